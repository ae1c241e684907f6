#pragma once
#include <QWidget>
#include <vector>

#include "widgets/models/thumbnail_cache.h"
#include "widgets/models/workspace.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace facespace {

class EmptyState;
class FaceView;

/// A property of what names the pages: while it has the keyboard, it keeps it.
constexpr const char* kNamesPages = "namesPages";

/// Which images an export is of.
enum class DecidedImages { kKept, kRejected, kNotRejected };

/// Walks through the images with the keyboard, by default from the origin outwards: keep, reject, tag, note. In every
/// project the walk begins at the first image of its order, and it has the keyboard as soon as the page is opened. The order
/// is fixed when the walk begins, so that a decision never moves the images to come. Decisions are tags of the project;
/// files of the image set are never touched.
class TriagePanel : public QWidget {
    Q_OBJECT
  public:
    explicit TriagePanel(Workspace* workspace, QWidget* parent = nullptr);

    /// The image in view, -1 if there is none.
    int row() const;
    /// Images of the walk in their order.
    const std::vector<int>& order() const { return order_; }
    /// Steps by this many images, staying within the walk.
    void step(int by);
    /// Sets keep or reject (the other goes) and goes on; the one that is set already, or an empty tag, takes it back.
    void decide(const QString& tag);

  Q_SIGNALS:
    void exportListRequested();
    /// Copied or linked into folders by identity.
    void exportImagesRequested(facespace::DecidedImages which, bool link);

  protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* buildBar();
    QWidget* buildSide();
    void buildLayout();
    void followSnapshot();
    void followCurrent(int row);
    void fillOrders();
    void restart();
    void shareCurrent();
    void show(std::size_t position);
    void showImage(int row, const QImage& image);
    void showFacts();
    void showMarks();
    void addTag();
    QString defaultKey() const;

    Workspace* workspace_;
    ThumbnailCache images_;
    std::vector<int> order_, positions_;
    std::size_t at_ = 0;
    bool walked_ = false;  // The walk has begun: another order goes on from the image in view.
    std::filesystem::path projectFile_;
    QString filterText_;
    NetworkId network_;
    std::size_t rowsKnown_ = 0;

    EmptyState* empty_ = nullptr;
    FaceView* face_ = nullptr;
    QComboBox* by_ = nullptr;
    QToolButton *outwards_ = nullptr, *keep_ = nullptr, *reject_ = nullptr, *undecided_ = nullptr, *export_ = nullptr;
    QLabel *place_ = nullptr, *identity_ = nullptr, *facts_ = nullptr, *tags_ = nullptr, *counts_ = nullptr;
    QLineEdit *tag_ = nullptr, *note_ = nullptr;
};

}  // namespace facespace
