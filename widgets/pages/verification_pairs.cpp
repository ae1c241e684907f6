// The pairs of the verification page: the worst as faces, and those of a region of scores as a selection.
#include <algorithm>
#include <QComboBox>
#include <QTimer>

#include "widgets/pages/card.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/verification_page.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr std::size_t kMostPairs = 5000;  // of a region; the most extreme
constexpr int kRetryMs = 20;

}  // namespace

/// The identity, and of a template its name.
QString VerificationPage::nameOf(std::int64_t row) const {
    const auto& images = usedInput_.snapshot->images.images;
    const auto rows = imagesOf(*report_, row);
    const QString identity =
        rows.empty() ? QString() : QString::fromStdString(images[static_cast<std::size_t>(rows.front())].identity);
    if (report_->templateIds.empty()) return identity;
    return QStringLiteral("%1 (%2)").arg(identity,
                                         QString::fromStdString(report_->templateIds[static_cast<std::size_t>(row)]));
}

void VerificationPage::showPairs(PairView* view, const std::vector<ScoredPair>& pairs, bool genuine) {
    const bool templates = !report_->templateIds.empty();
    std::vector<ScoredPair> faces;
    QStringList names;
    for (const ScoredPair& p : pairs) {
        const auto a = imagesOf(*report_, p.a), b = imagesOf(*report_, p.b);
        faces.push_back({a.empty() ? -1 : a.front(), b.empty() ? -1 : b.front(), p.score});
        names << (genuine && !templates ? nameOf(p.a) : QStringLiteral("%1 / %2").arg(nameOf(p.a), nameOf(p.b)));
    }
    view->setPairs(std::move(faces), names);
}

void VerificationPage::showPairs() {
    const Verification& v = report_->result;
    showPairs(genuine_, v.worstGenuine, true);
    showPairs(impostor_, v.worstImpostor, false);
}

std::vector<int> VerificationPage::imagesOfPair(const ScoredPair& pair) const {
    std::vector<int> rows;
    for (const std::int64_t side : {pair.a, pair.b})
        for (const std::int64_t image : imagesOf(*report_, side)) rows.push_back(static_cast<int>(image));
    return rows;
}

void VerificationPage::choosePair(const ScoredPair& pair, Qt::KeyboardModifiers modifiers) {
    const std::vector<int> rows = imagesOfPair(pair);
    selectNow(rows, modifiers);
    if (!rows.empty()) workspace().selection().setCurrent(rows.front());
}

std::function<bool(int)> VerificationPage::isRowSelected() const {
    if (report_->templateIds.empty()) return isSelected();
    std::vector<bool> any;
    for (const auto& rows : report_->templateRows)
        any.push_back(std::any_of(rows.begin(), rows.end(),
                                  [selected = isSelected()](std::int64_t row) { return selected(static_cast<int>(row)); }));
    return [any](int row) { return any[static_cast<std::size_t>(row)]; };
}

bool VerificationPage::dragsGenuine() const { return drag_->currentIndex() == 0; }

void VerificationPage::selectScores(double low, double high, Card* card) {
    if (!report_ || !(low <= high)) return;
    const Verification& v = report_->result;
    // Scores at the ends of the axis are rounded to the grid that they were counted on.
    const double slack = 2e-6 * (v.counts.highest() - v.counts.lowest());
    const double from = low - slack, to = high + slack;
    const bool genuine = dragsGenuine();
    if (genuine && !v.genuine.empty()) {
        std::vector<ScoredPair> pairs;
        for (const ScoredPair& p : v.genuine)
            if (static_cast<double>(p.score) >= from && static_cast<double>(p.score) <= to) pairs.push_back(p);
        return selectPairs(pairs, card, 0);
    }
    card->setCaption(tr("Looking for these pairs…"));
    if (picker_.running()) {
        // Another region was asked for meanwhile: this one follows when the search for that has stopped.
        picker_.cancel();
        const int asked = ++asked_;
        QTimer::singleShot(kRetryMs, this, [this, low, high, card, asked] {
            if (asked == asked_) selectScores(low, high, card);
        });
        return;
    }
    ++asked_;
    picker_.start<std::vector<ScoredPair>>(
        tr("Looking for pairs"),
        [input = usedInput_, options = usedOptions_, genuine, from, to](const JobContext& job) {
            return pairsInRangeOf(*input.snapshot, input.scope, options, genuine, from, to, kMostPairs, job);
        },
        [this, card](Result<std::vector<ScoredPair>> pairs) {
            if (pairs && report_) selectPairs(*pairs, card, kMostPairs);
        });
}

void VerificationPage::selectPairs(const std::vector<ScoredPair>& pairs, Card* card, std::size_t limit) {
    std::vector<int> rows;
    for (const ScoredPair& p : pairs) {
        const std::vector<int> both = imagesOfPair(p);
        rows.insert(rows.end(), both.begin(), both.end());
    }
    selectRows(rows);
    std::sort(rows.begin(), rows.end());
    const auto images = std::unique(rows.begin(), rows.end()) - rows.begin();
    const QString kind = dragsGenuine() ? tr("genuine") : tr("impostor");
    const QString most = limit > 0 && pairs.size() >= limit ? tr("the most extreme ") : QString();
    card->setCaption(tr("%1%2 %3 pairs of %4 images in this range.")
                         .arg(most, countText(static_cast<std::int64_t>(pairs.size())), kind, countText(images)));
}

}  // namespace facespace
