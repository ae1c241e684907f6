#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/analysis/verification.h"
#include "core/dataset/path_finder.h"

namespace facespace {

/// The images of a set as lists of pairs name them: by paths, or by a name and a number. Not thread-safe.
class PairImages {
  public:
    /// @param identity  one per path, or empty
    PairImages(const std::vector<std::string>& paths, const std::vector<std::string>& identity);

    /// By its path, as PathFinder does.
    PathFinder::Found byPath(std::string_view path) const { return finder_.find(path); }
    /// The image of that number in a folder, of an identity or of a name before the number: “Ann”, 3 is Ann/Ann_0003.jpg,
    /// Ann/3.pgm, Ann_3.png, Ann/0003_aligned.jpg. @param number  as it is written, zeros before it do not count
    PathFinder::Found byNumber(std::string_view name, std::int64_t number) const;
    const std::vector<std::string>& paths() const { return paths_; }
    const std::vector<std::string>& identity() const { return identity_; }

  private:
    void add(std::string_view name, std::int64_t number, std::int64_t row);

    const std::vector<std::string>& paths_;
    const std::vector<std::string>& identity_;
    PathFinder finder_;
    std::unordered_map<std::string, std::vector<std::int64_t>> numbered_;
};

/// Fills a list of pairs, and keeps account of what is not there.
class PairCollector {
  public:
    explicit PairCollector(const PairImages& images) : images_(images) {}
    struct Side {
        PathFinder::Found found;
        std::string name;  ///< As messages call it.
    };
    Side byPath(std::string_view path) const { return {images_.byPath(path), std::string(path)}; }
    Side byNumber(std::string_view name, std::int64_t number) const;
    /// @param genuine  Nothing: by the identities.
    void add(const Side& a, const Side& b, std::optional<bool> genuine, int fold, std::optional<double> score = {});
    /// Scores for the pairs in the order in which they are added, whether they are there or not; null: none.
    void scoreNext(const std::vector<double>* scores) { scores_ = scores; }
    /// How many pairs were added, whether they are there or not.
    std::size_t seen() const { return seen_; }
    PairList list;

    /// What is to be said of the list. Errors: kNotFound (no pair is left).
    Result<PairList> finished(const std::string& file);

  private:
    void miss(const Side& side);
    const PairImages& images_;
    NotFound notFound_;
    const std::vector<double>* scores_ = nullptr;
    std::size_t seen_ = 0;
};

/// A whole number, written as digits alone; nothing if it is none.
std::optional<std::int64_t> pairNumber(std::string_view text);

}  // namespace facespace
