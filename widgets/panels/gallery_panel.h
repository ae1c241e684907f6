#pragma once
#include <memory>
#include <QWidget>

#include "widgets/models/workspace.h"
#include "widgets/panels/crop_loader.h"

class QComboBox;
class QListView;
class QSlider;
class QToolButton;

namespace facespace {

class EmptyState;
class GalleryDelegate;
class GalleryModel;
class RowSelector;

/// The faces as a contact sheet in the order of any column, by default by distance from the origin outwards; as stored or as
/// the crops that the network saw, because wrong alignment is the first thing to suspect.
class GalleryPanel : public QWidget {
    Q_OBJECT
  public:
    explicit GalleryPanel(Workspace* workspace, QWidget* parent = nullptr);
    /// Shows aligned crops in place of the images.
    void setAligned(bool aligned);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void buildLayout();
    QWidget* buildBar();
    void followTable();
    void followCurrent(int row);
    void followSelection();
    void fillOrders();
    void applyOrder();
    void applySide(int side);
    void fillGroups();
    void updateLineLength();
    void limitThumbnails();
    QString defaultKey() const;

    Workspace* workspace_;
    GalleryModel* model_;
    QListView* view_;
    RowSelector* selector_;
    GalleryDelegate* delegate_;
    CropLoader cropLoader_;
    std::unique_ptr<ThumbnailCache> images_, crops_;
    NetworkId cropsOf_;
    QComboBox *order_, *groups_;
    QToolButton *direction_, *onlySelected_, *aligned_;
    QSlider* side_;
    EmptyState* empty_;
};

}  // namespace facespace
