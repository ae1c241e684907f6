#include "widgets/pages/probe_engine.h"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

#include "widgets/words/core_text.h"

namespace facespace {
namespace {

/// Changes whenever a network that is started, or a map or predictor that is at hand, is no longer the right one.
std::string keyOf(const ProbeEngine::Subject& subject) {
    const Snapshot& snapshot = *subject.snapshot;
    const FeatureSet* set = snapshot.featureSet(subject.network);
    std::string key = fmt::format("{} {} {}", snapshot.projectFile.string(), static_cast<const void*>(set), subject.map);
    for (const MapRecord& map : snapshot.maps)
        if (map.name == subject.map) key += fmt::format(" {} {}", map.id.value, map.createdUtc);
    if (set == nullptr) return key;
    for (const char* target : {"yaw", "pitch"}) {
        const PredictionRecord* prediction = snapshot.prediction(set->network.id, target);
        key += fmt::format(" {}", prediction == nullptr ? std::string() : prediction->parametersJson);
    }
    return key;
}

}  // namespace

struct ProbeEngine::Held {
    std::unique_ptr<Prober> prober;
    std::shared_ptr<const ProbeStep> stored;
    std::optional<NetworkQuestion> question;  ///< What has to be answered first.
};

ProbeEngine::ProbeEngine(QObject* parent) : QObject(parent), held_(std::make_shared<Held>()) {
    connect(&runner_, &JobRunner::progressed, this, [this](double, const QString& text) { Q_EMIT preparing(text); });
}

ProbeEngine::~ProbeEngine() {
    runner_.disconnect(this);
    quit_.cancel();
}

void ProbeEngine::ask(const Subject& subject, const Degradation& degradation) {
    curve_.clear();
    if (const std::string key = keyOf(subject); key != key_) {
        // Ends the other network, if it is still being started.
        quit_.cancel();
        quit_ = CancelToken();
        held_ = std::make_shared<Held>();
        key_ = key;
    }
    subject_ = subject;
    pending_ = Question{subject, degradation, false};
    next();
}

void ProbeEngine::askCurve(std::vector<Degradation> degradations) {
    curve_.assign(degradations.begin(), degradations.end());
    next();
}

void ProbeEngine::release() {
    quit_.cancel();
    quit_ = CancelToken();
    held_ = std::make_shared<Held>();
    key_.clear();
    pending_.reset();
    curve_.clear();
}

void ProbeEngine::next() {
    if (runner_.running()) return;
    if (pending_) {
        Question question = std::move(*pending_);
        pending_.reset();
        start(std::move(question));
    } else if (!curve_.empty()) {
        const Degradation degradation = curve_.front();
        curve_.pop_front();
        start({subject_, degradation, true});
    }
}

void ProbeEngine::start(Question question) {
    const bool curve = question.curve;
    runner_.start<Answer>(
        tr("Probing"),
        [held = held_, quit = quit_, question = std::move(question)](const JobContext& job) {
            return answer(*held, question, quit, job);
        },
        [this, curve, quit = quit_, held = held_](Result<Answer> result) {
            // Of a network that is no longer wanted.
            if (quit.cancelled()) return next();
            if (!result) {
                curve_.clear();
                const auto asked = std::exchange(held->question, std::nullopt);
                if (asked && !pending_) Q_EMIT networkAsked(*asked);
                if (!asked && !pending_) Q_EMIT failed(coreText(result.error().message));
            } else if (curve) {
                Q_EMIT curvePoint(result->now);
            } else {
                Q_EMIT answered(*result);
            }
            next();
        });
}

Result<ProbeEngine::Answer> ProbeEngine::answer(Held& held, const Question& question, const CancelToken& quit,
                                                const JobContext& job) {
    const auto row = static_cast<std::size_t>(question.subject.row);
    if (!held.prober) {
        ProbeOptions options;
        options.network = question.subject.network;
        options.map = question.subject.map;
        if (const auto network = probedNetwork(*question.subject.snapshot, options)) held.question = openQuestion(*network);
        if (held.question) return cancelled();
        // The network outlives this job, and so must what ends it.
        auto opened = Prober::open(question.subject.snapshot, options, JobContext{quit, job.report});
        if (!opened) return forward(opened);
        held.prober = std::move(*opened);
        held.stored.reset();
    }
    if (!held.stored || held.stored->row != question.subject.row) {
        held.stored.reset();
        auto stored = held.prober->stored(row);
        if (!stored) return forward(stored);
        held.stored = std::make_shared<const ProbeStep>(std::move(*stored));
    }
    auto now = held.prober->step(row, question.degradation);
    if (!now) {
        // A network that died is started again by the next question.
        if (now.error().code == ErrorCode::kModel) held.prober.reset();
        return forward(now);
    }
    Answer answer{question.subject.row, held.stored, std::make_shared<const ProbeStep>(std::move(*now)), {}};
    for (const Text& note : held.prober->notes()) answer.notes << coreText(note);
    const Snapshot& snapshot = held.prober->snapshot();
    if (const auto differ = posesDiffer(snapshot, held.prober->network().id, *held.stored); !differ.empty())
        answer.notes << coreText(differ);
    if (const auto changed = probeMismatch(*answer.now); answer.now->degradation == Degradation{} && !changed.empty())
        answer.notes << coreText(changed);
    return answer;
}

}  // namespace facespace
