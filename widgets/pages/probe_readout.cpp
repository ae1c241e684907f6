#include "widgets/pages/probe_readout.h"

#include <cmath>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/faces/thumbnail_strip.h"
#include "widgets/look/text_label.h"
#include "widgets/pages/figures_table.h"
#include "widgets/words/glossary.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

QString withUnitText(double value, int decimals, const QString& unit = {}) {
    return std::isnan(value) ? QStringLiteral("–") : fixedNumber(value, decimals) + unit;
}

QString rankText(std::int64_t rank) { return rank > 0 ? countText(rank) : QStringLiteral("–"); }

}  // namespace

ProbeReadout::ProbeReadout(ThumbnailCache* thumbnails, QWidget* parent)
    : QWidget(parent), neighbours_(new ThumbnailStrip(tr("Nearest now"), thumbnails)) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    const auto heading = [&](const QString& text, int column) {
        auto* label = new TextLabel(text);
        label->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(label, 0, column, Qt::AlignRight);
    };
    heading(tr("stored"), 1);
    heading(tr("now"), 2);
    const QString names[kFigures] = {
        tr("Distance from the origin"), tr("Percentile of the distance"), tr("Cosine to the stored feature"),
        tr("Yaw, predicted"),           tr("Pitch, predicted"),           tr("Own identity nearby"),
        tr("Rank of the own identity")};
    for (int i = 0; i < kFigures; ++i) {
        Line& line = lines_[static_cast<std::size_t>(i)];
        line.name = names[i];
        line.stored = new TextLabel;
        line.now = new TextLabel;
        QFont bold = line.now->font();
        bold.setWeight(QFont::DemiBold);
        line.now->setFont(bold);
        for (QLabel* label : {line.stored, line.now}) label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto* name = new TextLabel(line.name);
        name->setToolTip(explained(line.name));
        grid->addWidget(name, i + 1, 0);
        grid->addWidget(line.stored, i + 1, 1, Qt::AlignRight);
        grid->addWidget(line.now, i + 1, 2, Qt::AlignRight);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(grid);
    layout->addWidget(neighbours_);
    layout->addStretch();
    connect(neighbours_, &ThumbnailStrip::chosen, this, &ProbeReadout::chosen);
}

void ProbeReadout::set(Figure figure, const QString& stored, const QString& now) {
    Line& line = lines_[figure];
    line.stored->setText(stored);
    line.now->setText(now);
    line.now->setAccessibleName(tr("%1: %2").arg(line.name, now));
}

void ProbeReadout::show(const ProbeStep& stored, const ProbeStep& now, const Snapshot& snapshot, bool unitLength) {
    const auto both = [&](Figure figure, double ProbeStep::*value, int decimals, const QString& unit = {}) {
        set(figure, withUnitText(stored.*value, decimals, unit), withUnitText(now.*value, decimals, unit));
    };
    const QString degree = QStringLiteral("°");
    both(kDistance, &ProbeStep::distance, 2);
    both(kPercentile, &ProbeStep::percentile, 1);
    both(kCosine, &ProbeStep::cosine, 3);
    both(kYaw, &ProbeStep::yawDeg, 0, degree);
    both(kPitch, &ProbeStep::pitchDeg, 0, degree);
    const auto own = [&](const ProbeStep& step) {
        return tr("%1 of %2").arg(step.sameAmong).arg(static_cast<int>(step.neighbours.size()));
    };
    set(kOwn, own(stored), own(now));
    set(kRank, rankText(stored.ownRank), rankText(now.ownRank));
    for (const Figure figure : {kYaw, kPitch})
        lines_[figure].stored->setToolTip(tr("As in the Inspector: predicted by a fit that saw no image of this person."));
    lines_[kDistance].now->setToolTip(
        unitLength ? tr("This network's features have unit length: their distance from the origin says nothing.")
                   : QString());

    std::vector<int> rows;
    QStringList tips;
    std::vector<std::uint8_t> others;
    for (const ProbeNeighbour& neighbour : now.neighbours) {
        rows.push_back(static_cast<int>(neighbour.row));
        const auto& image = snapshot.images.images[static_cast<std::size_t>(neighbour.row)];
        tips << tr("%1 · cosine %2").arg(QString::fromStdString(image.identity), fixedNumber(neighbour.cosine, 3));
        others.push_back(neighbour.sameIdentity ? 0 : 1);
    }
    if (rows != neighbours_->rows()) neighbours_->setRows(rows, tips, std::move(others));
}

QString ProbeReadout::nowText(const QString& name) const {
    for (const Line& line : lines_)
        if (line.name == name) return line.now->text();
    return {};
}

}  // namespace facespace
