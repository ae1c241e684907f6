#pragma once

/// A disk on which writing fails, under SQLite: a layer (VFS) between it and the system.
namespace facespace::test::failing_disk {

/// Puts the layer in place, for all that this process opens from then on. Before the first project is opened.
void install();

enum class Fault {
    kNone,   ///< Only counts.
    kError,  ///< The n-th change (write, cut, sync, delete, new file) fails, others do not.
    kFull,   ///< From the n-th change on nothing can grow.
};
/// From now on. Counts begin anew.
void arm(Fault fault, int n);
/// Changes since arm().
int changes();
/// How many of them failed.
int failures();

}  // namespace facespace::test::failing_disk
