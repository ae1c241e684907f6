#pragma once
#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>
#include "core/common/memory.h"

namespace facespace {

/// For std::vector: memory at 64 bytes, a cache line and the widest vector. Large blocks ask the system for huge pages:
/// their values are read in an order that leaves the addresses' caches no chance with small ones.
template <class T>
struct AlignedAllocator {
    using value_type = T;
    AlignedAllocator() = default;
    template <class U>
    explicit AlignedAllocator(const AlignedAllocator<U>&) {}
    T* allocate(std::size_t n) {
        void* p = ::operator new(n * sizeof(T), alignmentOf(n));
        if (isLarge(n)) adviseHugePages(p, n * sizeof(T));
        return static_cast<T*>(p);
    }
    void deallocate(T* p, std::size_t n) { ::operator delete(p, alignmentOf(n)); }
    friend bool operator==(const AlignedAllocator&, const AlignedAllocator&) { return true; }

  private:
    static bool isLarge(std::size_t n) { return n * sizeof(T) >= 2 * kHugePage; }
    static std::align_val_t alignmentOf(std::size_t n) { return std::align_val_t{isLarge(n) ? kHugePage : 64}; }
};

template <class T>
using AlignedVector = std::vector<T, AlignedAllocator<T>>;

/// As above, and new values are left unset: the threads that compute them are the first to touch their pages.
template <class T>
struct UnsetAllocator : AlignedAllocator<T> {
    static_assert(std::is_trivially_default_constructible_v<T>);
    template <class U>
    struct rebind {
        using other = UnsetAllocator<U>;
    };
    UnsetAllocator() = default;
    template <class U>
    explicit UnsetAllocator(const UnsetAllocator<U>&) {}
    template <class U, class... Args>
    void construct(U* p, Args&&... args) {
        if constexpr (sizeof...(Args) == 0)
            ::new (static_cast<void*>(p)) U;
        else
            ::new (static_cast<void*>(p)) U(std::forward<Args>(args)...);
    }
};

template <class T>
using UnsetVector = std::vector<T, UnsetAllocator<T>>;

}  // namespace facespace
