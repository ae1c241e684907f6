#pragma once
#include <memory>
#include <QObject>
#include <QThreadPool>
#include <vector>

#include "core/features/neighbours.h"
#include "core/project/snapshot.h"

namespace facespace {

/// The nearest neighbours of the current image in the feature space of the network in view, found on a worker thread; only
/// the latest question is answered. GUI thread only; nothing is delivered after destruction.
class NeighbourModel : public QObject {
    Q_OBJECT
  public:
    struct Options {
        int k = 12;  ///< 1 … 200
        Metric metric = Metric::kCosine;
        bool links = false;  ///< The map draws lines to them.
        friend bool operator==(const Options&, const Options&) = default;
    };
    struct Found {
        int row = -1;
        double value = 0;  ///< Cosine similarity or Euclidean distance.
        bool sameIdentity = false;
    };

    explicit NeighbourModel(QObject* parent = nullptr);
    ~NeighbourModel() override;

    void setSource(std::shared_ptr<const Snapshot> snapshot, NetworkId network);
    void setCurrent(int row);
    const Options& options() const { return options_; }
    void setOptions(const Options& options);

    /// Whose neighbours found() are, -1 while they are looked for.
    int row() const { return foundOf_; }
    /// Nearest first, without the image itself.
    const std::vector<Found>& found() const { return found_; }
    /// The nearest of the same identity (in import order without features).
    const std::vector<int>& sameIdentity() const { return same_; }

  Q_SIGNALS:
    /// Other neighbours, or none while they are looked for.
    void neighboursChanged();
    void optionsChanged();

  private:
    struct Answer {
        std::vector<Found> found;
        std::vector<int> same;
    };
    static Answer answer(const Snapshot& snapshot, NetworkId network, int row, const Options& options);
    void ask();
    std::shared_ptr<const Snapshot> snapshot_;
    NetworkId network_;
    int current_ = -1, foundOf_ = -1;
    Options options_;
    std::vector<Found> found_;
    std::vector<int> same_;
    quint64 generation_ = 0;
    QThreadPool pool_;
};

}  // namespace facespace
