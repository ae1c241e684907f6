#pragma once
#include <functional>
#include <memory>
#include <QOpenGLWidget>

class vtkRenderer;

namespace facespace {

/// A VTK scene inside a Qt 6 window: a QOpenGLWidget that lets VTK draw into a frame buffer of its own and copies it to the
/// widget's. Sharp on high-resolution screens. It takes no input: whoever owns it moves the camera and calls update().
/// Call configureOpenGl() before QApplication is made. GUI thread only.
class VtkView : public QOpenGLWidget {
    Q_OBJECT
  public:
    explicit VtkView(QWidget* parent = nullptr);
    ~VtkView() override;

    /// The one renderer, alive as long as the view.
    vtkRenderer* renderer() const;
    /// Called at the start of every paint, with the OpenGL context current: bring the scene up to date here.
    void setBeforeRender(std::function<void()> prepare);
    /// How long VTK took for the last frame, milliseconds.
    double lastFrameMs() const { return lastFrameMs_; }

  Q_SIGNALS:
    void rendered();

  protected:
    void initializeGL() override;
    void paintGL() override;

  private:
    struct Vtk;
    void releaseGraphics();
    std::unique_ptr<Vtk> vtk_;
    std::function<void()> beforeRender_;
    double lastFrameMs_ = 0;
};

}  // namespace facespace
