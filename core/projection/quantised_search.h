#pragma once
#include <span>
#include "core/projection/quantised_rows.h"
#include "core/projection/tile_search.h"

namespace facespace {

/// Candidates by products of eight-bit values: what the lists keep is told by lower bounds, to be held against the rows
/// themselves (nearestOf()). Lists should keep more than is wanted: quantisedKeep().
class QuantisedTiles : public TileSearch {
  public:
    QuantisedTiles(const QuantisedRows& rows, std::size_t count, NearestLists& lists);
    void run(std::size_t firstI, std::size_t lastI, std::size_t blockJ) override;

  private:
    struct Scratch;
    void offer(const Scratch& scratch, std::size_t found, std::size_t blockI, std::size_t blockJ);

    const QuantisedRows& rows_;
    std::size_t count_;
    NearestLists& lists_;
    std::vector<std::mutex> locks_;
};

/// Candidates to keep so that the k nearest are nearly always among them, and known to be.
std::size_t quantisedKeep(std::size_t k);

/// The candidates of a row that can be among the k nearest, with their distances to it, nearest first. @return whether the
/// first k are certain to be the nearest of all rows: what was not kept is farther. @param limit  of the row's list, after
/// take().
bool nearestOf(const FeatureMatrix& rows, std::size_t row, std::size_t k, float limit, std::span<Candidate>& candidates);

/// Whether eight bits tell these rows' neighbours apart: a sample of rows, fewer than a tile, is searched for, and most are
/// certain. False where the processor has no fast products of bytes, or the rows are too few or too short to gain by them.
bool quantisingPays(const FeatureMatrix& rows, const QuantisedRows& quantised, std::size_t k);
bool quantisingMayPay(const FeatureMatrix& rows);

}  // namespace facespace
