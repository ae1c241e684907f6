#pragma once
#include <memory>

class QOffscreenSurface;
class QOpenGLContext;

namespace facespace {

/// An OpenGL 3.2 core context without a window, made when it is first made current. GUI thread only.
class OffscreenContext {
  public:
    OffscreenContext();
    ~OffscreenContext();

    /// False where the system has no such OpenGL.
    bool makeCurrent();
    void doneCurrent();
    bool isCurrent() const;

  private:
    std::unique_ptr<QOpenGLContext> context_;
    std::shared_ptr<QOffscreenSurface> surface_;  // one for all contexts: nothing is drawn on it
    bool failed_ = false;
};

}  // namespace facespace
