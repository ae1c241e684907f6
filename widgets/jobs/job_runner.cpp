#include "widgets/jobs/job_runner.h"

#include <mutex>
#include <new>
#include <QBasicTimer>
#include <QPointer>
#include <QTimerEvent>
#include <thread>
#include <utility>

#include "core/common/cancel_scope.h"
#include "core/common/number_text.h"
#include "core/common/progress_meter.h"
#include "widgets/jobs/freed_memory.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kProgressIntervalMs = 50;

}  // namespace

QString JobRunner::progressText(const Progress& progress, std::optional<double> secondsLeft) {
    const auto grouped = [](std::int64_t n) { return countText(n); };
    QString text = coreText(progress.stage);
    if (progress.total > 0) text += QStringLiteral(" %1/%2").arg(grouped(progress.done), grouped(progress.total));
    if (secondsLeft) text = tr("%1 · %2 left").arg(text, QString::fromStdString(durationText(*secondsLeft)));
    return text;
}

Error errorFromCurrentException() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::kResource,
            JobRunner::tr("There is not enough memory for this; close other programs or take fewer images.").toStdString()};
    } catch (const std::exception& e) {
        return Error{ErrorCode::kInvalid, JobRunner::tr("The job stopped because of an unexpected problem: %1")
                                              .arg(QString::fromUtf8(e.what()))
                                              .toStdString()};
    } catch (...) {
        return Error{ErrorCode::kInvalid, JobRunner::tr("The job stopped because of an unexpected problem.").toStdString()};
    }
}

struct JobRunner::Impl {
    std::thread worker;
    bool running = false;
    QString title;
    CancelToken cancel;
    std::function<void(const std::any&)> done;
    QBasicTimer timer;

    std::mutex mutex;  // guards what progress reports write on the working threads
    ProgressMeter meter;
    Progress latest;
    bool fresh = false;

    void report(const Progress& progress) {
        const std::lock_guard lock(mutex);
        meter.update(progress);
        latest = progress;
        fresh = true;
    }
};

JobRunner::JobRunner(QObject* parent) : QObject(parent), impl_(std::make_unique<Impl>()) {}

JobRunner::~JobRunner() {
    cancel();
    if (impl_->worker.joinable()) impl_->worker.join();
    // What the worker has queued for this object is discarded by QObject's destructor.
}

bool JobRunner::running() const { return impl_->running; }
QString JobRunner::title() const { return impl_->title; }

void JobRunner::cancel() {
    if (impl_->running) impl_->cancel.cancel();
}

void JobRunner::post(std::function<void()> deliver) {
    // Safe from the worker: the destructor joins it before the object goes.
    QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
}

bool JobRunner::startAny(const QString& title, std::function<std::any(const JobContext&)> work,
                         std::function<void(const std::any&)> done) {
    if (impl_->running) return false;
    impl_->running = true;
    impl_->title = title;
    impl_->cancel = CancelToken{};
    impl_->done = std::move(done);
    impl_->meter = ProgressMeter{};
    impl_->fresh = false;
    impl_->timer.start(kProgressIntervalMs, this);

    JobContext job;
    job.cancel = impl_->cancel;
    job.report = [impl = impl_.get()](const Progress& progress) { impl->report(progress); };
    impl_->worker = std::thread([this, job = std::move(job), work = std::move(work)]() mutable {
        const CancelScope scope(job.cancel);
        std::any result = work(job);
        work = nullptr;  // what it holds (files, processes) is released before the result is seen
        post([this, result = std::move(result)] { finish(result); });
    });
    Q_EMIT started(title);
    return true;
}

void JobRunner::finish(const std::any& result) {
    impl_->worker.join();
    impl_->timer.stop();
    impl_->running = false;
    returnMemorySoon();
    const auto done = std::exchange(impl_->done, nullptr);
    const QPointer<JobRunner> alive(this);
    Q_EMIT finished();
    if (alive && done) done(result);
}

void JobRunner::timerEvent(QTimerEvent* event) {
    if (event->timerId() != impl_->timer.timerId()) return QObject::timerEvent(event);
    double fraction = 0;
    QString text;
    {
        const std::lock_guard lock(impl_->mutex);
        if (!impl_->fresh) return;
        impl_->fresh = false;
        fraction = impl_->latest.fraction();
        text = progressText(impl_->latest, impl_->meter.secondsLeft());
    }
    Q_EMIT progressed(fraction, text);
}

}  // namespace facespace
