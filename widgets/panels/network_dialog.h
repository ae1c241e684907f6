#pragma once
#include <memory>
#include <optional>
#include <QDialog>
#include <QThreadPool>
#include <vector>

#include "core/common/job.h"
#include "core/compute/network_trial.h"
#include "core/network/network_guess.h"
#include "core/project/snapshot.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace facespace {

class CropPreviewStrip;
class NoticeLabel;

/// What a network without descriptor is taken for, and how it could be fed: five faces as it would see them and, where a
/// project has identities, how well each way tells these apart. Accepted, the chosen way is written as a descriptor beside
/// the weights. The weights must be allowed to run (core/network/trust.h) before the dialog is made. GUI thread only.
class NetworkDialog : public QDialog {
    Q_OBJECT
  public:
    /// @param weights   A file of weights, or a folder of them. @param snapshot  May be null: nothing is tried out then.
    NetworkDialog(std::filesystem::path weights, std::shared_ptr<const Snapshot> snapshot, NetworkHostOptions host = {},
                  QWidget* parent = nullptr);
    ~NetworkDialog() override;
    void accept() override;
    /// That was written; once accepted.
    const std::filesystem::path& descriptorFile() const { return written_; }
    /// Whether all that can be said of it is shown.
    bool settled() const { return settled_; }

  private:
    void buildLayout();
    void startGuess();
    void showGuess(const Result<NetworkGuess>& guess);
    void startTrial();
    void showTried(std::size_t feed, double auc);
    void showTrial(const Result<NetworkTrial>& trial);
    void follow();
    void choose(const NetworkDescriptor& best);
    template <class Work>
    void inBackground(Work&& work);

    const std::filesystem::path weights_;
    const std::shared_ptr<const Snapshot> snapshot_;
    const NetworkHostOptions host_;
    std::optional<NetworkGuess> guess_;
    std::vector<NetworkDescriptor> feeds_;
    std::filesystem::path written_;
    QLabel *facts_, *reasons_, *outcome_;
    NoticeLabel* failure_;
    QTableWidget* choices_;
    CropPreviewStrip* preview_;
    QProgressBar* progress_;
    QPushButton* use_ = nullptr;
    bool settled_ = false, chosen_ = false;
    CancelToken cancel_;
    QThreadPool pool_;  // Last: its threads are waited for before the rest goes.
};

}  // namespace facespace
