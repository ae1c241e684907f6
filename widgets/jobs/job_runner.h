#pragma once
#include <any>
#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>

#include "core/common/job.h"
#include "core/common/result.h"

namespace facespace {

/// Inside a catch block: what the exception in flight tells, as an error (kResource for lack of memory).
Error errorFromCurrentException();

/// Runs one core function at a time on a worker thread; the only bridge between worker threads and the GUI thread.
/// Progress and the result are delivered on the GUI thread. Destruction cancels and joins, and delivers nothing after.
/// An exception that leaves `work` becomes the job's error.
class JobRunner : public QObject {
    Q_OBJECT
  public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /// Starts `work` on the worker thread; `done` gets its result on the GUI thread, after finished() was emitted, and may
    /// start the next job. False if a job is running. `work` must own what it uses (values, shared pointers).
    template <class T>
    bool start(const QString& title, std::function<Result<T>(const JobContext&)> work, std::function<void(Result<T>)> done) {
        return startAny(
            title, [work = std::move(work)](const JobContext& job) { return std::any(runGuarded<T>(work, job)); },
            [done = std::move(done)](const std::any& result) {
                done(std::move(*std::any_cast<const std::shared_ptr<Result<T>>&>(result)));
            });
    }
    /// From inside `work`: runs `deliver` on the GUI thread, dropping it if the runner is gone. Thread-safe.
    void post(std::function<void()> deliver);

    bool running() const;
    QString title() const;
    void cancel();

    /// "extracting 18,240/24,000 · 3:10 left" in the window's language.
    static QString progressText(const Progress& progress, std::optional<double> secondsLeft);

  Q_SIGNALS:
    void started(const QString& title);
    void progressed(double fraction, const QString& text);  ///< At most 20 a second; text says what, how far, time left.
    void finished();

  protected:
    void timerEvent(QTimerEvent* event) override;

  private:
    template <class T>
    static std::shared_ptr<Result<T>> runGuarded(const std::function<Result<T>(const JobContext&)>& work,
                                                 const JobContext& job) {
        try {
            return std::make_shared<Result<T>>(work(job));
        } catch (...) {
            return std::make_shared<Result<T>>(tl::make_unexpected(errorFromCurrentException()));
        }
    }
    bool startAny(const QString& title, std::function<std::any(const JobContext&)> work,
                  std::function<void(const std::any&)> done);
    void finish(const std::any& result);
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace facespace
