#pragma once
#include <deque>
#include <memory>
#include <optional>
#include <QObject>

#include "core/compute/prober.h"
#include "widgets/jobs/job_runner.h"

namespace facespace {

/// Probes on a worker thread for whoever moves a slider: only the newest question is answered, and the network stays
/// started between questions. GUI thread only; nothing is delivered after destruction.
class ProbeEngine : public QObject {
    Q_OBJECT
  public:
    /// What is probed. The network is started again only if something other than the row differs.
    struct Subject {
        std::shared_ptr<const Snapshot> snapshot;
        std::string network, map;  ///< Names; no map: "".
        int row = -1;
    };
    struct Answer {
        int row = -1;
        std::shared_ptr<const ProbeStep> stored, now;
        QStringList notes;
    };

    explicit ProbeEngine(QObject* parent = nullptr);
    ~ProbeEngine() override;

    /// Asks; what was asked before and has not begun is no longer wanted, nor are the points of a curve.
    void ask(const Subject& subject, const Degradation& degradation);
    /// Asks for more of the same image, one after the other, once nothing else is asked for.
    void askCurve(std::vector<Degradation> degradations);
    /// Forgets what was asked for and ends the network.
    void release();
    bool busy() const { return runner_.running(); }

  Q_SIGNALS:
    void answered(const facespace::ProbeEngine::Answer& answer);
    void curvePoint(const std::shared_ptr<const facespace::ProbeStep>& step);
    void failed(const QString& sentence);
    /// The network has to be allowed before a probe can run it; nothing else is told of this question.
    void networkAsked(const facespace::NetworkQuestion& question);
    /// The network is being started, and how far that is.
    void preparing(const QString& text);

  private:
    struct Held;
    struct Question {
        Subject subject;
        Degradation degradation;
        bool curve = false;
    };
    static Result<Answer> answer(Held& held, const Question& question, const CancelToken& quit, const JobContext& job);
    void next();
    void start(Question question);

    std::shared_ptr<Held> held_;  // Touched by the worker alone while it runs.
    std::string key_;
    CancelToken quit_;  // Of the network that is in use or being started.
    Subject subject_;
    std::optional<Question> pending_;
    std::deque<Degradation> curve_;
    JobRunner runner_;  // Last: its destructor joins before the rest goes.
};

}  // namespace facespace
