#include "core/common/sha256.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <array>
#include <fstream>
#include <vector>

#include "core/common/regular_file.h"

namespace facespace {

struct Sha256::Context {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
    EVP_DigestInit_ex(context_->digest.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes) { EVP_DigestUpdate(context_->digest.get(), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(context_->digest.get(), digest.data(), nullptr);
    std::string text;
    for (const unsigned char byte : digest) text += fmt::format("{:02x}", byte);
    return text;
}

Result<std::string> sha256OfFile(const std::filesystem::path& file) {
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::kIo, say("Cannot read “{}”; check that the file exists and is readable.", file.string()));
    Sha256 hash;
    std::vector<char> buffer(1 << 20);
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hash.add(std::as_bytes(std::span(buffer)).first(static_cast<std::size_t>(in.gcount())));
    }
    if (in.bad()) return fail(ErrorCode::kIo, say("Reading “{}” failed midway.", file.string()));
    return hash.hex();
}

}  // namespace facespace
