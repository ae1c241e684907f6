#include "widgets/panels/job_list.h"

#include <algorithm>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include "core/common/number_text.h"
#include "widgets/look/themed_icon.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

QString kindText(const std::string& kind) {
    if (kind == "import") return QObject::tr("Import images");
    if (kind == "extract") return QObject::tr("Extract features");
    if (kind == "map") return QObject::tr("Compute map");
    if (kind == "predict") return QObject::tr("Predict pose");
    if (kind == "import columns") return QObject::tr("Import columns");
    if (kind == "import features") return QObject::tr("Import features");
    if (kind == "measure image quality") return QObject::tr("Measure image quality");
    if (kind == "trust") return QObject::tr("Measure map");
    return QString::fromStdString(kind);
}

QString statusText(const std::string& status) {
    if (status == "running") return QObject::tr("running");
    if (status == "done") return QObject::tr("done");
    if (status == "cancelled") return QObject::tr("cancelled");
    if (status == "failed") return QObject::tr("failed");
    return QString::fromStdString(status);
}

QString statusIcon(const std::string& status) {
    if (status == "done") return QStringLiteral("done");
    if (status == "running") return QStringLiteral("running");
    return status == "failed" ? QStringLiteral("warning") : QStringLiteral("cancel");
}

/// As dates sort, or as the desktop's locale has them.
QString shownTime(const QDateTime& time) {
    const QDateTime local = time.toLocalTime();
    return QLocale() == plainNumbers() ? local.toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                                       : QLocale().toString(local, QLocale::ShortFormat);
}

QDateTime parseUtc(const std::string& text) {
    QDateTime time = QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
    time.setTimeZone(QTimeZone::utc());
    return time;
}

std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string result = "\"";
    for (const char c : field) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

}  // namespace

void JobLogModel::setJobs(std::vector<JobRecord> jobs) {
    beginResetModel();
    jobs_ = std::move(jobs);
    std::reverse(jobs_.begin(), jobs_.end());
    endResetModel();
}

int JobLogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(jobs_.size()); }
int JobLogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumnCount; }

QVariant JobLogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const JobRecord& job = jobs_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == kStatus) return themedIcon(statusIcon(job.status));
    if (role == Qt::ToolTipRole && index.column() == kMessage) return coreText(job.message);
    if (role != Qt::DisplayRole) return {};
    const QDateTime start = parseUtc(job.startedUtc), end = parseUtc(job.finishedUtc);
    switch (index.column()) {
        case kWhat:
            return kindText(job.kind);
        case kStatus:
            return statusText(job.status);
        case kStarted:
            return shownTime(start);
        case kDuration:
            return start.isValid() && end.isValid()
                       ? QString::fromStdString(durationText(static_cast<double>(start.secsTo(end))))
                       : QString();
        case kMessage:
            return coreText(job.message);
        default:
            return {};
    }
}

QVariant JobLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Job"), tr("Status"), tr("Started"), tr("Took"), tr("Result")};
    return section >= 0 && section < kColumnCount ? QVariant(names[section]) : QVariant();
}

void SkippedModel::setImages(std::vector<SkippedImage> images) {
    beginResetModel();
    images_ = std::move(images);
    endResetModel();
}

int SkippedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(images_.size());
}
int SkippedModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumnCount; }

QVariant SkippedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const SkippedImage& image = images_[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case kPath:
            return QString::fromStdString(image.path);
        case kReason:
            return coreText(image.reason);
        case kNetwork:
            return QString::fromStdString(image.network);
        default:
            return {};
    }
}

QVariant SkippedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Image"), tr("Why it has no feature"), tr("Network")};
    return section >= 0 && section < kColumnCount ? QVariant(names[section]) : QVariant();
}

std::string skippedAsCsv(const std::vector<SkippedImage>& images) {
    std::string csv = "path,identity,network,reason\r\n";
    for (const auto& i : images) {
        csv += quoted(i.path) + ',' + quoted(i.identity) + ',' + quoted(i.network) + ',' + quoted(i.reason) + "\r\n";
    }
    return csv;
}

}  // namespace facespace
