#include "core/image/decode.h"

#include <fmt/format.h>
#include <algorithm>
#include <new>
#include <vector>

#include "core/common/cancel_scope.h"
#include "core/common/inside.h"
#include "core/common/library_reason.h"
#include "core/container/container.h"
#include "core/image/decoder_process.h"
#include "core/image/header.h"
#include "core/image/raw_decode.h"
#include "core/image/resize.h"

namespace facespace {
namespace {

Result<ImageHeader> acceptedHeader(ByteSource& source, const std::string& name, const DecodeOptions& options) {
    auto header = readImageHeader(source, name);
    if (!header) return header;
    // The sides are checked first: their product could overflow.
    if (header->width > options.maxPixels || header->height > options.maxPixels || header->pixels() > options.maxPixels)
        return fail(ErrorCode::kFormat,
                    say("“{}” is too large: {} × {} pixels, more than the {} million that are allowed.", name, header->width,
                        header->height, static_cast<double>(options.maxPixels) / 1e6));
    if (source.size() > kMaxImageFileBytes)
        return fail(ErrorCode::kFormat, say("“{}” is too large: a file of {:.1f} GiB; at most 1 GiB is read.", name,
                                            static_cast<double>(source.size()) / static_cast<double>(kMaxImageFileBytes)));
    return header;
}

/// @param reduction of JPEGs, see decodeJpeg(); other formats are decoded in full.
Result<Image> decodeAccepted(std::span<const std::uint8_t> bytes, const ImageHeader& header, const std::string& name,
                             int reduction) {
    Image image;
    const DecodeTask task{header.format, header.format == ImageFormat::kJpeg ? reduction : 1, header.pixels()};
    const Decoding decoding = decodeApartOrHere(bytes, task, image);
    if (CancelScope::cancelled()) return cancelled();
    if (decoding == Decoding::kDone) return image;
    return tl::make_unexpected(notDecoded(decoding, header.format, name));
}

tl::unexpected<Error> leadsOut(const std::string& name, const DecodeOptions& options) {
    return fail(ErrorCode::kFormat,
                say("“{}” leads out of the images' folder “{}” and is not read.", name, options.within.string()));
}

/// An image that lies in a container.
Result<ImageFile> loadEntry(const ImagePlace& place, const std::string& name, const DecodeOptions& options) {
    if (!options.within.empty() && !leadsInside(place.file, options.within)) return leadsOut(name, options);
    const auto container = openContainer(place.file);
    if (!container) return forward(container);
    auto bytes = (*container)->read(place.entry, kMaxImageFileBytes);
    if (!bytes) return forward(bytes);
    MemorySource source(*bytes);
    const auto header = acceptedHeader(source, name, options);
    if (!header) return forward(header);
    return ImageFile{*header, std::move(*bytes)};
}

Result<ImageFile> loadFile(const std::filesystem::path& file, const DecodeOptions& options) {
    const std::string name = file.string();
    std::error_code error;
    const auto kind = std::filesystem::status(file, error).type();
    if (kind == std::filesystem::file_type::not_found) return fail(ErrorCode::kIo, say("“{}” does not exist.", name));
    if (kind != std::filesystem::file_type::regular) return fail(ErrorCode::kIo, say("“{}” is not a file.", name));
    if (!options.within.empty() && !leadsInside(file, options.within)) return leadsOut(name, options);
    FileSource source(file);
    if (!source.isOpen()) return fail(ErrorCode::kIo, say("Cannot read “{}”; check that it may be read.", name));
    const auto header = acceptedHeader(source, name, options);
    if (!header) return forward(header);
    try {
        ImageFile loaded{*header, std::vector<std::uint8_t>(static_cast<std::size_t>(source.size()))};
        if (source.read(0, loaded.bytes) != loaded.bytes.size())
            return fail(ErrorCode::kIo, say("Reading “{}” failed midway.", name));
        return loaded;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource, say("There is not enough memory to read “{}”.", name));
    }
}

/// The largest reduction of JPEGs that leaves the longer side at least `maxSide`.
int reductionFor(const ImageHeader& header, int maxSide) {
    const std::int64_t side = std::max(header.width, header.height);
    for (const int reduction : {8, 4, 2})
        if (side / reduction >= maxSide) return reduction;
    return 1;
}

}  // namespace

Result<ImageFile> loadImageFile(const std::filesystem::path& file, const DecodeOptions& options) {
    const ImagePlace place = imagePlace(file);
    return place.entry.empty() ? loadFile(file, options) : loadEntry(place, file.string(), options);
}

Result<Image> decodeImage(const std::filesystem::path& file, const DecodeOptions& options) {
    const auto loaded = loadImageFile(file, options);
    if (!loaded) return forward(loaded);
    return decodeAccepted(loaded->bytes, loaded->header, file.string(), 1);
}

Result<Image> decodeImage(std::span<const std::uint8_t> bytes, const std::string& name, const DecodeOptions& options) {
    MemorySource source(bytes);
    const auto header = acceptedHeader(source, name, options);
    if (!header) return forward(header);
    return decodeAccepted(bytes, *header, name, 1);
}

Result<Image> decodeThumbnail(const std::filesystem::path& file, int maxSide, const DecodeOptions& options) {
    const auto loaded = loadImageFile(file, options);
    if (!loaded) return forward(loaded);
    auto image = decodeAccepted(loaded->bytes, loaded->header, file.string(), reductionFor(loaded->header, maxSide));
    if (!image) return image;
    try {
        return fitted(*image, maxSide);
    } catch (const std::exception& e) {
        return fail(ErrorCode::kResource, say("“{}” could not be made smaller ({}).", file.string(), libraryReason(e)));
    }
}

}  // namespace facespace
