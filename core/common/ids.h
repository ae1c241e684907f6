#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace facespace {

/// A row id of one table of a project file. Ids of different tables do not convert into each other. 0 means "none".
template <class Tag>
struct Id {
    std::int64_t value = 0;
    friend constexpr auto operator<=>(Id, Id) = default;
    constexpr explicit operator bool() const { return value != 0; }
};

using ImageId = Id<struct ImageTag>;
using NetworkId = Id<struct NetworkTag>;
using MapId = Id<struct MapTag>;
using JobId = Id<struct JobTag>;

}  // namespace facespace

template <class Tag>
struct std::hash<facespace::Id<Tag>> {
    std::size_t operator()(facespace::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
