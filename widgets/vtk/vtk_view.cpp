#include "widgets/vtk/vtk_view.h"

#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>
#include <cmath>
#include <QElapsedTimer>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

namespace facespace {

struct VtkView::Vtk {
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkCallbackCommand> observer;
};

namespace {

void onWindowEvent(vtkObject*, unsigned long event, void* clientData, void* callData) {
    auto* view = static_cast<VtkView*>(clientData);
    if (event == vtkCommand::WindowMakeCurrentEvent) {
        // makeCurrent() also binds the widget's frame buffer, which would take VTK's own away from it while it draws.
        if (view->context() != nullptr && QOpenGLContext::currentContext() != view->context()) view->makeCurrent();
    } else if (event == vtkCommand::WindowIsCurrentEvent) {
        *static_cast<bool*>(callData) = view->context() != nullptr && QOpenGLContext::currentContext() == view->context();
    }
    // WindowFrameEvent: nothing, the widget shows the frame when paintGL() ends.
}

}  // namespace

VtkView::VtkView(QWidget* parent) : QOpenGLWidget(parent), vtk_(std::make_unique<Vtk>()) {
    vtk_->observer->SetClientData(this);
    vtk_->observer->SetCallback(&onWindowEvent);
    vtk_->window->AddObserver(vtkCommand::WindowMakeCurrentEvent, vtk_->observer);
    vtk_->window->AddObserver(vtkCommand::WindowIsCurrentEvent, vtk_->observer);
    vtk_->window->AddObserver(vtkCommand::WindowFrameEvent, vtk_->observer);
    vtk_->window->SetMultiSamples(0);
    vtk_->window->AddRenderer(vtk_->renderer);
    vtk_->renderer->SetUseFXAA(false);
}

VtkView::~VtkView() {
    if (context() != nullptr) {
        disconnect(context(), nullptr, this, nullptr);
        releaseGraphics();
    }
    vtk_->window->RemoveObserver(vtk_->observer);
}

vtkRenderer* VtkView::renderer() const { return vtk_->renderer; }
void VtkView::setBeforeRender(std::function<void()> prepare) { beforeRender_ = std::move(prepare); }

void VtkView::releaseGraphics() {
    makeCurrent();
    vtk_->window->Finalize();
    doneCurrent();
}

void VtkView::initializeGL() {
    // A view that moves to another window gets another context.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &VtkView::releaseGraphics, Qt::UniqueConnection);
    vtk_->window->SetForceMaximumHardwareLineWidth(1);
    vtk_->window->SetOwnContext(0);
    vtk_->window->SetReadyForRendering(true);
    vtk_->window->OpenGLInitContext();
    vtk_->window->SetFrameBlitModeToNoBlit();
}

void VtkView::paintGL() {
    const double ratio = devicePixelRatioF();
    const int width = static_cast<int>(std::lround(this->width() * ratio));
    const int height = static_cast<int>(std::lround(this->height() * ratio));
    QElapsedTimer timer;
    timer.start();
    vtk_->window->SetSize(width, height);
    vtkOpenGLState* state = vtk_->window->GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    if (beforeRender_) beforeRender_();
    vtk_->window->Render();

    QOpenGLFunctions* gl = context()->functions();
    gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
    gl->glDisable(GL_SCISSOR_TEST);
    vtk_->window->BlitDisplayFramebuffer(0, 0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    // Qt blends the widget into the window by its alpha.
    gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    gl->glClearColor(0, 0, 0, 1);
    gl->glClear(GL_COLOR_BUFFER_BIT);
    gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    state->Pop();
    lastFrameMs_ = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    Q_EMIT rendered();
}

}  // namespace facespace
