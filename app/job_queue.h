#pragma once
#include <deque>
#include <functional>
#include <QObject>

#include "widgets/jobs/job_runner.h"

namespace facespace {

/// Jobs that run one after another on a worker thread. An error drops those that wait, unless whoever asked for the job
/// answers it. GUI thread only.
class JobQueue : public QObject {
    Q_OBJECT
  public:
    explicit JobQueue(QObject* parent = nullptr) : QObject(parent) {}

    /// @param done    gets the result.
    /// @param failed  may answer an error (true: answered).
    /// @param ended   is called first, however the job ended.
    template <class T>
    void enqueue(const QString& title, std::function<Result<T>(const JobContext&)> work, std::function<void(T)> done,
                 std::function<bool(const Error&)> failed = {}, std::function<void()> ended = {}) {
        steps_.push_back([this, title, work = std::move(work), done = std::move(done), failed = std::move(failed),
                          ended = std::move(ended)] {
            runner_.start<T>(title, work, [this, done, failed, ended](Result<T> result) {
                if (ended) ended();
                if (result) {
                    done(std::move(*result));
                } else if (!failed || !failed(result.error())) {
                    steps_.clear();
                    Q_EMIT broke(result.error());
                }
                startNext();
            });
        });
        startNext();
    }
    /// Something short to do, on this thread, when the jobs before it have ended; it starts nothing by itself.
    void before(std::function<void()> step);

    void dropWaiting() { steps_.clear(); }
    /// Stops the running job and drops those that wait.
    void cancel();
    bool running() const { return runner_.running(); }
    bool busy() const { return running() || !steps_.empty(); }
    JobRunner& runner() { return runner_; }
    const JobRunner& runner() const { return runner_; }

  Q_SIGNALS:
    /// An error that nobody answered.
    void broke(const facespace::Error& error);
    /// No job runs and none waits.
    void idle();

  private:
    void startNext();

    std::deque<std::function<void()>> steps_;
    JobRunner runner_;
};

}  // namespace facespace
