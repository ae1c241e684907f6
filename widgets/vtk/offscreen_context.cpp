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

}  // namespace

struct OffscreenContext::Shared {
    QOffscreenSurface surface;  // nothing is drawn on it
    QOpenGLContext context;
    bool failed = false;
};

OffscreenContext::OffscreenContext() = default;
OffscreenContext::~OffscreenContext() { doneCurrent(); }

bool OffscreenContext::makeCurrent() {
    static std::weak_ptr<Shared> present;
    if (shared_ == nullptr) shared_ = present.lock();
    if (shared_ == nullptr) {
        present = shared_ = std::make_shared<Shared>();
        shared_->surface.setFormat(openGlFormat());
        shared_->surface.create();
        QOpenGLContext& context = shared_->context;
        context.setFormat(openGlFormat());
        const bool made = context.create() && !context.isOpenGLES() && context.format().version() >= qMakePair(3, 2);
        shared_->failed = !made;
    }
    return !shared_->failed && (isCurrent() || shared_->context.makeCurrent(&shared_->surface));
}

void OffscreenContext::doneCurrent() {
    if (isCurrent()) shared_->context.doneCurrent();
}

bool OffscreenContext::isCurrent() const {
    return shared_ != nullptr && QOpenGLContext::currentContext() == &shared_->context;
}

}  // namespace facespace
