#include "core/image/heif.h"

#ifdef FACESPACE_HEIF
#include <libheif/heif.h>

#include <algorithm>
#include <memory>
#include <new>
#endif

namespace facespace {

#ifdef FACESPACE_HEIF
namespace {

/// The sides of larger images overflow what libheif computes with.
constexpr int kMostSide = 32768;

struct FreeContext {
    void operator()(heif_context* context) const { heif_context_free(context); }
};
struct FreeHandle {
    void operator()(heif_image_handle* handle) const { heif_image_handle_release(handle); }
};
struct FreeImage {
    void operator()(heif_image* image) const { heif_image_release(image); }
};
using Context = std::unique_ptr<heif_context, FreeContext>;
using Handle = std::unique_ptr<heif_image_handle, FreeHandle>;

Context newContext() {
    Context context(heif_context_alloc());
    if (context == nullptr) throw std::bad_alloc();
    heif_context_set_maximum_image_size_limit(context.get(), kMostSide);
    return context;
}

Handle primary(heif_context* context) {
    heif_image_handle* handle = nullptr;
    return heif_context_get_primary_image_handle(context, &handle).code == heif_error_Ok ? Handle(handle) : nullptr;
}

}  // namespace

bool readsHeif() { return true; }

Decoding decodeRawHeif(std::span<const std::uint8_t> bytes, std::int64_t pixels, Image& image) try {
    const Context context = newContext();
    if (heif_context_read_from_memory_without_copy(context.get(), bytes.data(), bytes.size(), nullptr).code != heif_error_Ok)
        return Decoding::kDamaged;
    const Handle handle = primary(context.get());
    if (handle == nullptr) return Decoding::kDamaged;
    const int width = heif_image_handle_get_width(handle.get()), height = heif_image_handle_get_height(handle.get());
    // What the header promised was held against the limits: other sides are another image.
    if (width < 1 || height < 1 || std::int64_t{width} * height != pixels) return Decoding::kDamaged;
    heif_image* decoded = nullptr;
    if (heif_decode_image(handle.get(), &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr).code !=
        heif_error_Ok)
        return Decoding::kDamaged;
    const std::unique_ptr<heif_image, FreeImage> owner(decoded);
    int stride = 0;
    const std::uint8_t* plane = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    if (plane == nullptr || heif_image_get_width(decoded, heif_channel_interleaved) != width ||
        heif_image_get_height(decoded, heif_channel_interleaved) != height)
        return Decoding::kDamaged;
    image.width = width;
    image.height = height;
    image.pixels.resize(static_cast<std::size_t>(image.height) * image.rowBytes());
    for (int y = 0; y < image.height; ++y) std::copy_n(plane + std::ptrdiff_t{stride} * y, image.rowBytes(), image.row(y));
    return Decoding::kDone;
} catch (const std::bad_alloc&) {
    return Decoding::kNoMemory;
}
#else
bool readsHeif() { return false; }

Decoding decodeRawHeif(std::span<const std::uint8_t>, std::int64_t, Image&) { return Decoding::kDamaged; }
#endif

}  // namespace facespace
