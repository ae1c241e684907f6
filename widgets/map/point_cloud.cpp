#include "widgets/map/point_cloud.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkIdTypeArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkShaderProperty.h>
#include <vtkUniforms.h>
#include <vtkUnsignedCharArray.h>
#include <algorithm>

namespace facespace {
namespace {

// Runs after VTK has put the point's own colour into the fragment: a disc with smooth edge and a darker (or accented) rim.
constexpr const char* kDiscShader = R"(
//VTK::Light::Impl
  {
    float spriteSize = 2.0 * (discRadius + 1.0);
    float r = length(gl_PointCoord - vec2(0.5)) * spriteSize;
    float cover = clamp(discRadius + 0.5 - r, 0.0, 1.0);
    if (cover <= 0.0) discard;
    vec3 fill = gl_FragData[0].rgb;
    float rim = clamp(r - (discRadius - rimWidth) + 0.5, 0.0, 1.0) * rimStrength;
    vec3 shown = mix(fill, mix(fill * 0.62, rimColour, rimAccent), rim);
    float ndc = 2.0 * gl_FragCoord.z - 1.0;
    float eye = 2.0 * planes.x * planes.y / (planes.y + planes.x - ndc * (planes.y - planes.x));
    float far = fadeRange.y > fadeRange.x ? clamp((eye - fadeRange.x) / (fadeRange.y - fadeRange.x), 0.0, 1.0) : 0.0;
    shown = mix(shown, backColour, 0.6 * far);
    gl_FragData[0] = vec4(shown, cover * discOpacity);
  }
)";

struct Layer {
    vtkNew<vtkPolyData> data;
    vtkNew<vtkCellArray> cells;
    vtkNew<vtkPolyDataMapper> mapper;
    vtkNew<vtkActor> actor;
    bool empty = true;

    Layer(vtkRenderer* renderer, vtkPoints* points, vtkUnsignedCharArray* colours) {
        data->SetPoints(points);
        data->GetPointData()->SetScalars(colours);
        data->SetVerts(cells);
        mapper->SetInputData(data);
        mapper->SetScalarModeToUsePointData();
        mapper->SetColorModeToDirectScalars();
        actor->SetMapper(mapper);
        actor->GetProperty()->SetLighting(false);
        actor->GetProperty()->SetAmbient(0);
        actor->GetProperty()->SetDiffuse(1);
        // In the opaque pass points are drawn and blended in the order of their rows; the translucent pass would mix the
        // colours of points that overlap, whichever lies on top.
        actor->ForceOpaqueOn();
        actor->PickableOff();
        actor->GetShaderProperty()->AddFragmentShaderReplacement("//VTK::Light::Impl", true, kDiscShader, false);
        renderer->AddActor(actor);
    }

    /// In front of every point of the other layer, also in 3-D.
    void bringToFront() {
        actor->GetShaderProperty()->AddVertexShaderReplacement(
            "//VTK::PositionVC::Impl", true,
            "//VTK::PositionVC::Impl\n  gl_Position.z = 0.01 * gl_Position.z - 0.98 * gl_Position.w;\n", false);
    }

    /// Every `stride`-th of the rows, from the top down, so that what lies on top stays there.
    std::size_t setRows(const std::vector<int>& rows, std::size_t stride) {
        std::vector<int> some;
        some.reserve(rows.size() / stride + 1);
        for (std::size_t i = rows.size(); i > 0; i -= std::min(i, stride)) some.push_back(rows[i - 1]);
        std::reverse(some.begin(), some.end());
        setRows(some);
        return some.size();
    }

    void setRows(const std::vector<int>& rows) {
        vtkNew<vtkIdTypeArray> ids;
        vtkNew<vtkIdTypeArray> offsets;
        const auto count = static_cast<vtkIdType>(rows.size());
        ids->SetNumberOfValues(count);
        std::copy(rows.begin(), rows.end(), ids->GetPointer(0));
        // One cell that holds all points.
        offsets->InsertNextValue(0);
        if (count > 0) offsets->InsertNextValue(count);
        cells->SetData(offsets, ids);
        cells->Modified();
        data->Modified();
        empty = count == 0;
    }

    void show(bool shown) { actor->SetVisibility(shown && !empty); }

    void setDisc(double radius, double rimWidth, double rimStrength, double rimAccent, double opacity) {
        actor->GetProperty()->SetPointSize(static_cast<float>(2 * (radius + 1)));
        vtkUniforms* uniforms = actor->GetShaderProperty()->GetFragmentCustomUniforms();
        uniforms->SetUniformf("discRadius", static_cast<float>(radius));
        uniforms->SetUniformf("rimWidth", static_cast<float>(rimWidth));
        uniforms->SetUniformf("rimStrength", static_cast<float>(rimStrength));
        uniforms->SetUniformf("rimAccent", static_cast<float>(rimAccent));
        uniforms->SetUniformf("discOpacity", static_cast<float>(opacity));
    }

    void setSurroundings(const PointCloudStyle& style) {
        vtkUniforms* uniforms = actor->GetShaderProperty()->GetFragmentCustomUniforms();
        const auto colour = [&](const char* name, const std::array<double, 3>& c) {
            const std::array<float, 3> values{static_cast<float>(c[0]), static_cast<float>(c[1]), static_cast<float>(c[2])};
            uniforms->SetUniform3f(name, values.data());
        };
        colour("backColour", style.background);
        colour("rimColour", style.accent);
        const std::array<float, 2> planes{static_cast<float>(style.nearPlane), static_cast<float>(style.farPlane)};
        const std::array<float, 2> fade{static_cast<float>(style.fadeFront), static_cast<float>(style.fadeBack)};
        uniforms->SetUniform2f("planes", planes.data());
        uniforms->SetUniform2f("fadeRange", fade.data());
    }
};

constexpr double kFilteredOutOpacity = 0.14;

/// The rim of a small point would leave nothing of its colour.
double rimStrengthFor(double radius) { return std::clamp((radius - 1.6) / 2.0, 0.0, 1.0) * 0.9; }

}  // namespace

/// The three kinds of points, drawn in this order.
struct Layers {
    Layers(vtkRenderer* view, vtkPoints* points, vtkUnsignedCharArray* colours)
        : dim(view, points, colours), plain(view, points, colours), selected(view, points, colours) {
        selected.bringToFront();
    }
    Layer dim, plain, selected;

    std::array<Layer*, 3> all() { return {&dim, &plain, &selected}; }

    void setStyle(const PointCloudStyle& style) {
        const double ratio = style.pixelRatio;
        dim.setDisc(style.radius * 0.8, 1.0 * ratio, 0, 0, kFilteredOutOpacity);
        plain.setDisc(style.radius, 1.0 * ratio, rimStrengthFor(style.radius / ratio) * (style.dimmed ? 0.4 : 1.0), 0,
                      style.dimmed ? 0.28 : 1.0);
        selected.setDisc(style.selectedRadius + 1.0 * ratio, 1.1 * ratio, 1, 1, 1);
        for (Layer* layer : all()) layer->setSurroundings(style);
    }
};

/// So many points are moved fluently without a graphics card.
constexpr std::size_t kSample = 150'000;

struct PointCloud::Impl {
    explicit Impl(vtkRenderer* view) : renderer(view), whole(view, points, colours), sample(view, points, colours) {}
    vtkRenderer* renderer;
    vtkNew<vtkPoints> points;
    vtkNew<vtkUnsignedCharArray> colours;
    Layers whole, sample;
    std::size_t sampleSize = 0;
    bool sampled = false;

    void show() {
        const bool few = sampled && sampleSize > 0;
        for (Layer* layer : whole.all()) layer->show(!few);
        for (Layer* layer : sample.all()) layer->show(few);
    }
};

PointCloud::PointCloud(vtkRenderer* renderer) : impl_(std::make_unique<Impl>(renderer)) {
    impl_->points->SetDataTypeToFloat();
    impl_->colours->SetNumberOfComponents(3);
    setRows({}, {}, {});
    setStyle({});
}

PointCloud::~PointCloud() {
    for (Layers* layers : {&impl_->whole, &impl_->sample})
        for (Layer* layer : layers->all()) impl_->renderer->RemoveActor(layer->actor);
}

void PointCloud::setCoordinates(const Embedding& coordinates) {
    const auto count = static_cast<vtkIdType>(coordinates.rows());
    const bool is3d = coordinates.cols() > 2;
    impl_->points->SetNumberOfPoints(count);
    if (impl_->colours->GetNumberOfTuples() != count) {
        impl_->colours->SetNumberOfTuples(count);
        impl_->colours->Fill(128);
    }
    auto* out = static_cast<float*>(impl_->points->GetVoidPointer(0));
    for (Eigen::Index row = 0; row < coordinates.rows(); ++row) {
        // Rows without coordinates are in no list of rows; VTK's bounds must not meet their NaN.
        const bool there = coordinates.row(row).allFinite();
        *out++ = there ? coordinates(row, 0) : 0.0F;
        *out++ = there ? coordinates(row, 1) : 0.0F;
        *out++ = there && is3d ? coordinates(row, 2) : 0.0F;
    }
    impl_->points->Modified();
    for (Layers* layers : {&impl_->whole, &impl_->sample})
        for (Layer* layer : layers->all()) layer->data->Modified();
}

void PointCloud::setColours(const std::vector<std::uint8_t>& rgb) {
    const auto count = static_cast<vtkIdType>(rgb.size() / 3);
    impl_->colours->SetNumberOfTuples(count);
    if (count > 0) std::copy(rgb.begin(), rgb.end(), impl_->colours->GetPointer(0));
    impl_->colours->Modified();
}

void PointCloud::setRows(const std::vector<int>& dim, const std::vector<int>& plain, const std::vector<int>& selected) {
    const std::size_t count = dim.size() + plain.size() + selected.size();
    const std::size_t stride = (count + kSample - 1) / kSample;
    const std::array<const std::vector<int>*, 3> rows{&dim, &plain, &selected};
    impl_->sampleSize = 0;
    for (std::size_t kind = 0; kind < rows.size(); ++kind) {
        impl_->whole.all()[kind]->setRows(*rows[kind]);
        const bool all = rows[kind] == &selected && selected.size() <= kSample / 3;  // What is looked at stays whole.
        if (stride > 1) impl_->sampleSize += impl_->sample.all()[kind]->setRows(*rows[kind], all ? 1 : stride);
    }
    impl_->show();
}

void PointCloud::setStyle(const PointCloudStyle& style) {
    impl_->whole.setStyle(style);
    if (impl_->sampleSize > 0) impl_->sample.setStyle(style);
}

void PointCloud::setSampled(bool sampled) {
    if (sampled == impl_->sampled) return;
    impl_->sampled = sampled;
    impl_->show();
}

std::size_t PointCloud::sampleSize() const { return impl_->sampleSize; }

}  // namespace facespace
