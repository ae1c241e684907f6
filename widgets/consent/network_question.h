#pragma once
#include <QDialog>

#include "core/network/trust.h"

class QLabel;

namespace facespace {

/// Asks whether a network may run on this machine, and puts a yes on the user's list. Accepted: it may.
class NetworkQuestionDialog : public QDialog {
    Q_OBJECT
  public:
    explicit NetworkQuestionDialog(NetworkQuestion question, QWidget* parent = nullptr);
    void accept() override;

  private:
    NetworkQuestion question_;
    QLabel* problem_;
};

}  // namespace facespace
