#include "core/figure/write.h"

#include <gtest/gtest.h>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/figure/chart.h"
#include "core/image/decode.h"

namespace facespace::figure {
namespace {

Drawing sample(std::size_t dots = 20) {
    Figure figure;
    figure.provenance = {{"Network", "A & B"}, {"Network SHA-256", "0f"}, {"Parameters", "{\"seed\": 7}"}};
    figure.title = "A <map>";
    Chart& chart = figure.add();
    chart.x.title = "Distance from origin";
    chart.y.scale = Scale::kLog;
    Scatter scatter;
    for (std::size_t i = 0; i < dots; ++i) {
        scatter.x.push_back(static_cast<double>(i % 997));
        scatter.y.push_back(1e-6 * std::pow(10, static_cast<double>(i % 20) / 4));
    }
    chart.layers.push_back(scatter);
    return layOut(figure);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST(FigureFiles, PngHasTheSizeTheResolutionAndHowItWasMade) {
    const auto bytes = encode(sample(), Format::kPng, {.dpi = 600});
    ASSERT_TRUE(bytes);
    const auto image = decodeImage({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()}, "figure");
    ASSERT_TRUE(image) << image.error().message;
    EXPECT_EQ(image->width, std::lround(85 / 25.4 * 600));
    EXPECT_NE(bytes->find("pHYs"), std::string::npos);
    EXPECT_NE(bytes->find("Network SHA-256"), std::string::npos);
    EXPECT_NE(bytes->find("{\"seed\": 7}"), std::string::npos);
}

TEST(FigureFiles, SvgHasRealTextVectorMarksAndMetadata) {
    const auto svg = encode(sample(), Format::kSvg);
    ASSERT_TRUE(svg);
    EXPECT_NE(svg->find(">Distance from origin</text>"), std::string::npos);
    EXPECT_NE(svg->find("<title>A &lt;map&gt;</title>"), std::string::npos);
    EXPECT_NE(svg->find("Network: A &amp; B"), std::string::npos);
    EXPECT_NE(svg->find("width=\"85mm\""), std::string::npos);
    EXPECT_NE(svg->find("<tspan"), std::string::npos) << "exponents";
    EXPECT_EQ(count(*svg, "<circle"), 20U);
    EXPECT_EQ(count(*svg, "<image"), 0U);
}

TEST(FigureFiles, ManyPointsAreAnImageInsideAVectorFigure) {
    const Drawing drawing = sample(6000);
    const auto svg = encode(drawing, Format::kSvg, {.dpi = 150, .mostVectorDots = 5000});
    ASSERT_TRUE(svg);
    EXPECT_EQ(count(*svg, "<circle"), 0U);
    EXPECT_EQ(count(*svg, "<image"), 1U);
    EXPECT_NE(svg->find(">Distance from origin</text>"), std::string::npos);
    const auto coarse = encode(drawing, Format::kPdf, {.dpi = 72, .mostVectorDots = 5000});
    const auto fine = encode(drawing, Format::kPdf, {.dpi = 300, .mostVectorDots = 5000});
    const auto vectors = encode(drawing, Format::kPdf, {.dpi = 300});
    ASSERT_TRUE(coarse && fine && vectors);
    EXPECT_LT(coarse->size() * 2, fine->size()) << "the resolution is that of the image";
    EXPECT_NE(fine->find("/Subtype /Image"), std::string::npos);
    EXPECT_EQ(vectors->find("/Subtype /Image"), std::string::npos);
}

TEST(FigureFiles, PdfEmbedsItsFontsAndHasTheColumnsWidth) {
    const auto pdf = encode(sample(), Format::kPdf);
    ASSERT_TRUE(pdf);
    EXPECT_TRUE(pdf->starts_with("%PDF"));
    EXPECT_NE(pdf->find("/FontFile"), std::string::npos);
    EXPECT_NE(pdf->find("/ToUnicode"), std::string::npos);
    EXPECT_NE(pdf->find("/MediaBox [ 0 0 240.94"), std::string::npos);
}

TEST(FigureFiles, TheSameDrawingIsTheSameFile) {
    for (const Format format : {Format::kPng, Format::kSvg, Format::kPdf}) {
        const auto a = encode(sample(), format), b = encode(sample(), format);
        ASSERT_TRUE(a && b);
        EXPECT_EQ(*a, *b);
    }
}

TEST(FigureFiles, RefusesWithOneSentence) {
    const auto folder = std::filesystem::temp_directory_path();
    EXPECT_EQ(encode(sample(), Format::kPng, {.dpi = 1}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(encode(sample(), Format::kPdf, {.dpi = 1e6}).error().code, ErrorCode::kInvalid);
    Drawing huge = sample();
    huge.width = huge.height = 7000;
    EXPECT_EQ(rasterise(huge, 300).error().code, ErrorCode::kInvalid);
    const auto ending = save(sample(), folder / "map.gif");
    ASSERT_FALSE(ending);
    EXPECT_NE(ending.error().message.find("map.gif"), std::string::npos);
    const auto missing = save(sample(), folder / "no such folder" / "map.png");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::kIo);
    EXPECT_EQ(*formatOf("A.PDF"), Format::kPdf);
}

TEST(FigureFiles, WithoutGroundNothingIsWhereNoMarkIs) {
    Drawing drawing;
    drawing.width = drawing.height = 20;
    drawing.rectangle({5, 5, 10, 10}, Fill{{255, 0, 0}, 1});
    const auto raster = rasterise(drawing, 72, Ground::kClear);
    ASSERT_TRUE(raster);
    EXPECT_EQ(raster->pixels[0], 0U);
    EXPECT_EQ(raster->pixels[10 * 20 + 10], 0xFFFF0000U);
}

TEST(FigureFiles, PicturesClipsAndTurnedTextArePainted) {
    Drawing drawing;
    drawing.width = drawing.height = 72;
    auto red = std::make_shared<Image>();
    red->width = red->height = 2;
    red->pixels.assign(12, 0);
    for (std::size_t i = 0; i < 12; i += 3) red->pixels[i] = 255;
    drawing.marks.push_back(BeginClip{{0, 0, 36, 72}});
    drawing.marks.push_back(Picture{red, {10, 10, 50, 50}, false, {}});
    drawing.marks.push_back(EndClip{});
    const auto raster = rasterise(drawing, 72);
    ASSERT_TRUE(raster);
    const auto at = [&](std::size_t x, std::size_t y) { return raster->pixels[y * 72 + x]; };
    EXPECT_EQ(at(5, 30), 0xFFFFFFFFU);
    EXPECT_EQ(at(20, 30), 0xFFFF0000U);
    EXPECT_EQ(at(50, 30), 0xFFFFFFFFU) << "clipped";
}

}  // namespace
}  // namespace facespace::figure
