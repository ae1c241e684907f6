#pragma once
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/common/text.h"
#include "core/project/hold.h"
#include "core/project/project.h"
#include "core/project/sqlite.h"
#include "core/project/untrusted.h"

namespace facespace {

struct Project::Impl {
    std::filesystem::path file;  ///< Absolute.
    bool readOnly = false;
    sqlite::Database db;

    Impl(const std::filesystem::path& path, sqlite::Database::Mode mode) : file(path), db(path, mode) {}

    template <class Body>
    auto read(Body&& body) {
        return sqlite::guarded(file, std::forward<Body>(body));
    }

    /// Runs `body` as one transaction.
    template <class Body>
    auto write(Body&& body) {
        return sqlite::guarded(file, [&] {
            requireWritable();
            sqlite::Transaction transaction(db);
            sqlite::beforeChange(file);
            if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
                body();
                transaction.commit();
                sqlite::stillWhole(file);
            } else {
                auto value = body();
                transaction.commit();
                sqlite::stillWhole(file);
                return value;
            }
        });
    }

    std::int64_t imageCount();
    std::vector<ImageId> imageIds();
    std::filesystem::path imageRoot();
    /// The ids of all columns of metadata by name; those named here are made if they are not there.
    std::map<std::string, std::int64_t> metadataColumns(std::span<const std::string> names);
    void storeImageRoot(const std::filesystem::path& root);
    void touchNetwork(NetworkId network);
    bool cannotChange() const;
    void requireWritable() const;
    [[noreturn]] void damaged(const Text& what) const;
    /// Throws kResource if there is no room for `rows` × `rowBytes`: a small file may speak of many images and wide
    /// features.
    void requireMemory(std::size_t rows, std::size_t rowBytes) const;
    /// For a row that a foreign key did not find.
    [[noreturn]] void unknownReference() const;
};

namespace sqlite {

template <class T>
std::span<const std::byte> bytesOf(const T* data, std::size_t count) {
    return std::as_bytes(std::span<const T>(data, count));
}

/// Copies at most `count` values.
template <class T>
void copyFrom(std::span<const std::byte> blob, T* to, std::size_t count) {
    const std::size_t bytes = std::min(blob.size(), count * sizeof(T));
    if (bytes != 0) std::memcpy(to, blob.data(), bytes);
}

}  // namespace sqlite
}  // namespace facespace
