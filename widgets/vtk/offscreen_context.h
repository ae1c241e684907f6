#pragma once
#include <memory>

namespace facespace {

/// An OpenGL 3.2 core context without a window, made when it is first made current. All views draw in the one: each by
/// itself takes memory (without a graphics card some 20 MB) and time to begin with. Whoever draws brings the state that it
/// needs. GUI thread only.
class OffscreenContext {
  public:
    OffscreenContext();
    ~OffscreenContext();

    /// False where the system has no such OpenGL.
    bool makeCurrent();
    void doneCurrent();
    bool isCurrent() const;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace facespace
