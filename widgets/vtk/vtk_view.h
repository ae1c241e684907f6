#pragma once
#include <functional>
#include <memory>
#include <QImage>
#include <QWidget>

class vtkRenderer;

namespace facespace {

/// A VTK scene inside a Qt window. VTK draws into memory of its own and the widget paints the picture like any other widget,
/// so that the window stays a plain one: with a QOpenGLWidget in it Qt composes the whole window by OpenGL whenever anything
/// in it changes, which without a graphics card takes longer than most frames. Sharp on high-resolution screens. It takes no
/// input: whoever owns it moves the camera and calls redraw(). All views share one OpenGL context. GUI thread only.
class VtkView : public QWidget {
    Q_OBJECT
  public:
    explicit VtkView(QWidget* parent = nullptr);
    ~VtkView() override;

    /// The one renderer, alive as long as the view.
    vtkRenderer* renderer() const;
    /// Called before every frame, with the OpenGL context current: bring the scene up to date here.
    void setBeforeRender(std::function<void()> prepare);
    /// Has VTK draw the scene anew for the next paint. update() alone paints the last frame again.
    void redraw();
    /// The scene as it is now, in the screen's pixels; null where there is no OpenGL 3.2.
    QImage frame();
    /// Loads OpenGL ahead of the first frame, which takes 0.1 s and more without a graphics card: for an idle moment.
    void loadGraphics();
    /// How long VTK took for the last frame, milliseconds.
    double lastFrameMs() const { return lastFrameMs_; }

  Q_SIGNALS:
    void rendered();

  protected:
    void paintEvent(QPaintEvent* event) override;
    /// Out of view the last frame goes: most of a window's views are on pages behind the one in view.
    void hideEvent(QHideEvent* event) override;

  private:
    class Graphics;
    struct Vtk;
    void render();
    std::unique_ptr<Vtk> vtk_;
    std::function<void()> beforeRender_;
    QImage frame_;
    bool outdated_ = true;
    double lastFrameMs_ = 0;
};

}  // namespace facespace
