#include "widgets/vtk/vtk_view.h"

#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <QElapsedTimer>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QPainter>
#include <utility>
#include <vector>

#include "widgets/vtk/offscreen_context.h"

namespace facespace {
namespace {

/// Rows from the bottom up, bytes R G B A, into an opaque picture.
void copyUpright(const std::vector<std::uint32_t>& pixels, QImage& picture) {
    const auto width = static_cast<std::size_t>(picture.width());
    const int height = picture.height();
    for (int y = 0; y < height; ++y) {
        const std::uint32_t* from = pixels.data() + static_cast<std::size_t>(height - 1 - y) * width;
        auto* to = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint32_t p = from[x];
            if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
                to[x] = 0xff000000U | (p & 0xff00U) | ((p & 0xffU) << 16U) | ((p >> 16U) & 0xffU);
            else
                to[x] = 0xff000000U | (p >> 8U);
        }
    }
}

}  // namespace

/// OpenGL and VTK's window on it, which all views of the program draw with, one at a time: each context of its own takes
/// several MB, and a window with all its pages has some sixty views.
class VtkView::Graphics {
  public:
    Graphics();
    ~Graphics();
    static std::shared_ptr<Graphics> shared();

    void add(vtkRenderer* renderer);
    void remove(vtkRenderer* renderer);
    /// With VTK's functions loaded. False where there is no OpenGL.
    bool makeCurrent();
    /// Renders after `prepare` and reads the picture back.
    void render(vtkRenderer* renderer, QImage& picture, const std::function<void()>& prepare);

  private:
    static void onEvent(vtkObject*, unsigned long event, void* clientData, void* callData);

    vtkNew<vtkGenericOpenGLRenderWindow> window_;
    OffscreenContext context_;
    vtkNew<vtkCallbackCommand> observer_;
    std::vector<std::uint32_t> pixels_;
    bool ready_ = false;
};

std::shared_ptr<VtkView::Graphics> VtkView::Graphics::shared() {
    static std::weak_ptr<Graphics> graphics;
    auto present = graphics.lock();
    if (!present) graphics = present = std::make_shared<Graphics>();
    return present;
}

VtkView::Graphics::Graphics() {
    observer_->SetClientData(this);
    observer_->SetCallback(&onEvent);
    window_->AddObserver(vtkCommand::WindowMakeCurrentEvent, observer_);
    window_->AddObserver(vtkCommand::WindowIsCurrentEvent, observer_);
    window_->SetMultiSamples(0);
}

VtkView::Graphics::~Graphics() {
    if (ready_ && context_.makeCurrent()) window_->Finalize();
    window_->RemoveObserver(observer_);
}

void VtkView::Graphics::add(vtkRenderer* renderer) {
    renderer->SetUseFXAA(false);
    renderer->DrawOff();
    window_->AddRenderer(renderer);
}

void VtkView::Graphics::remove(vtkRenderer* renderer) {
    if (ready_) context_.makeCurrent();  // what it has there is given back
    window_->RemoveRenderer(renderer);
}

void VtkView::Graphics::onEvent(vtkObject*, unsigned long event, void* clientData, void* callData) {
    auto* self = static_cast<Graphics*>(clientData);
    if (event == vtkCommand::WindowMakeCurrentEvent)
        self->context_.makeCurrent();
    else if (event == vtkCommand::WindowIsCurrentEvent)
        *static_cast<bool*>(callData) = self->context_.isCurrent();
}

bool VtkView::Graphics::makeCurrent() {
    if (!context_.makeCurrent()) return false;
    if (!std::exchange(ready_, true)) {
        window_->SetForceMaximumHardwareLineWidth(1);
        window_->SetOwnContext(0);
        window_->SetReadyForRendering(true);
        window_->OpenGLInitContext();
        window_->SetFrameBlitModeToNoBlit();
    }
    return true;
}

void VtkView::Graphics::render(vtkRenderer* renderer, QImage& picture, const std::function<void()>& prepare) {
    window_->SetSize(picture.width(), picture.height());
    vtkOpenGLState* state = window_->GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    renderer->DrawOn();
    if (prepare) prepare();
    window_->Render();
    renderer->DrawOff();
    pixels_.resize(static_cast<std::size_t>(picture.width()) * static_cast<std::size_t>(picture.height()));
    window_->GetDisplayFramebuffer()->Bind(GL_READ_FRAMEBUFFER);
    window_->GetDisplayFramebuffer()->ActivateReadBuffer(0);
    state->vtkglPixelStorei(GL_PACK_ALIGNMENT, 4);
    QOpenGLContext::currentContext()->functions()->glReadPixels(0, 0, picture.width(), picture.height(), GL_RGBA,
                                                                GL_UNSIGNED_BYTE, pixels_.data());
    state->Pop();
    copyUpright(pixels_, picture);
}

struct VtkView::Vtk {
    Vtk() { graphics->add(renderer); }
    ~Vtk() { graphics->remove(renderer); }
    std::shared_ptr<Graphics> graphics = Graphics::shared();
    vtkNew<vtkRenderer> renderer;
};

VtkView::VtkView(QWidget* parent) : QWidget(parent), vtk_(std::make_unique<Vtk>()) { setAttribute(Qt::WA_OpaquePaintEvent); }

VtkView::~VtkView() = default;

vtkRenderer* VtkView::renderer() const { return vtk_->renderer; }
void VtkView::setBeforeRender(std::function<void()> prepare) { beforeRender_ = std::move(prepare); }

void VtkView::loadGraphics() {
    QImage unseen(16, 16, QImage::Format_RGB32);
    if (frame_.isNull() && vtk_->graphics->makeCurrent()) vtk_->graphics->render(vtk_->renderer, unseen, {});
}

void VtkView::redraw() {
    outdated_ = true;
    update();
}

void VtkView::render() {
    const double ratio = devicePixelRatioF();
    // Upwards: at a fractional ratio the last column of pixels may be ours in part.
    const QSize size(static_cast<int>(std::ceil(width() * ratio)), static_cast<int>(std::ceil(height() * ratio)));
    // On another screen the same pixels may be another size with another ratio.
    if (!std::exchange(outdated_, false) && frame_.size() == size && frame_.devicePixelRatio() == ratio) return;
    if (size.isEmpty() || !vtk_->graphics->makeCurrent()) {
        frame_ = {};
        return;
    }
    QElapsedTimer timer;
    timer.start();
    if (frame_.size() != size) frame_ = QImage(size, QImage::Format_RGB32);
    frame_.setDevicePixelRatio(ratio);
    vtk_->graphics->render(vtk_->renderer, frame_, beforeRender_);
    lastFrameMs_ = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    Q_EMIT rendered();
}

QImage VtkView::frame() {
    render();
    return frame_;
}

void VtkView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    frame_ = {};
}

void VtkView::paintEvent(QPaintEvent*) {
    render();
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!frame_.isNull()) return painter.drawImage(QPointF(0, 0), frame_);
    painter.setPen(palette().color(QPalette::Text));
    QRect place(0, 0, std::min(width() - 24, 26 * fontMetrics().averageCharWidth()), height());
    place.moveCenter(rect().center());
    painter.drawText(
        place, Qt::AlignCenter | Qt::TextWordWrap,
        tr("This view needs OpenGL 3.2 or later, which this screen does not offer. Install the system's graphics "
           "drivers; software rendering (Mesa) will do."));
}

}  // namespace facespace
