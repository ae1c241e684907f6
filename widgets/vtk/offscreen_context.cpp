#include "widgets/vtk/offscreen_context.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QSurfaceFormat>

namespace facespace {
namespace {

QSurfaceFormat openGlFormat() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    return format;
}

std::shared_ptr<QOffscreenSurface> sharedSurface() {
    static std::weak_ptr<QOffscreenSurface> surface;
    if (auto present = surface.lock()) return present;
    auto made = std::make_shared<QOffscreenSurface>();
    made->setFormat(openGlFormat());
    made->create();
    surface = made;
    return made;
}

}  // namespace

OffscreenContext::OffscreenContext() = default;
OffscreenContext::~OffscreenContext() { doneCurrent(); }

bool OffscreenContext::makeCurrent() {
    if (failed_) return false;
    if (context_ == nullptr) {
        surface_ = sharedSurface();
        context_ = std::make_unique<QOpenGLContext>();
        context_->setFormat(openGlFormat());
        const bool made = context_->create() && !context_->isOpenGLES() && context_->format().version() >= qMakePair(3, 2);
        failed_ = !made || !context_->makeCurrent(surface_.get());
        return !failed_;
    }
    return isCurrent() || context_->makeCurrent(surface_.get());
}

void OffscreenContext::doneCurrent() {
    if (isCurrent()) context_->doneCurrent();
}

bool OffscreenContext::isCurrent() const {
    return context_ != nullptr && QOpenGLContext::currentContext() == context_.get();
}

}  // namespace facespace
