#include "core/analyses/suspects/suspects_figure.h"

#include "core/common/number_text.h"
#include "core/common/text.h"

namespace facespace::report {
namespace {

Text ofImages(std::int64_t count) { return sayCount("{} image", "{} images", count, groupedNumber(count)); }

}  // namespace

Result<figure::Figure> suspectsFigure(const Snapshot& snapshot, const Suspects& suspects,
                                      const SuspectsFigureOptions& options, const JobContext& job) {
    if (suspects.list.empty())
        return fail(ErrorCode::kInvalid,
                    say("No label looks wrong: each of the {} images judged is nearest to its own identity.",
                        groupedNumber(suspects.judged)));
    const FaceNames called(snapshot, options.privacy);
    FaceGroups faces(options, {say("Image"), say("Labelled"), say("Nearer to")}, 3, 2);
    return faces.drawn(suspects.list.size(), job, [&](std::size_t i) {
        const Suspect& s = suspects.list[i];
        return FaceGroup{faces.face(snapshot, s.row, called.file(s.row), say("margin {:.3f}", s.margin())),
                         faces.face(snapshot, s.ownExample, called.identity(s.identity), say("cosine {:.3f}", s.own)),
                         faces.face(snapshot, s.nearestExample, called.identity(s.nearest), say("cosine {:.3f}", s.other))};
    });
}

Result<figure::Figure> mixedNamesFigure(const Snapshot& snapshot, const WrongNames& names,
                                        const SuspectsFigureOptions& options, const JobContext& job) {
    if (names.mixed.empty()) return fail(ErrorCode::kInvalid, say("No name looks like two people."));
    const FaceNames called(snapshot, options.privacy);
    FaceGroups faces(options, {say("One half"), {}, say("The other"), {}}, 2, 1);
    return faces.drawn(names.mixed.size(), job, [&](std::size_t i) {
        const MixedName& m = names.mixed[i];
        const Text name = called.identity(m.identity);
        return FaceGroup{faces.face(snapshot, m.first[0], name, ofImages(std::ssize(m.first))),
                         faces.face(snapshot, m.first[1], called.file(m.first[1]), ""),
                         faces.face(snapshot, m.second[0], name, ofImages(std::ssize(m.second))),
                         faces.face(snapshot, m.second[1], called.file(m.second[1]), say("cosine {:.3f}", m.cosine))};
    });
}

Result<figure::Figure> sameNamesFigure(const Snapshot& snapshot, const WrongNames& names,
                                       const SuspectsFigureOptions& options, const JobContext& job) {
    if (names.same.empty()) return fail(ErrorCode::kInvalid, say("No two names look like one person."));
    const FaceNames called(snapshot, options.privacy);
    FaceGroups faces(options, {say("Name"), say("Other name")}, 4, 2);
    return faces.drawn(names.same.size(), job, [&](std::size_t i) {
        const SameNames& s = names.same[i];
        return FaceGroup{faces.face(snapshot, s.firstExample, called.identity(s.first), ofImages(s.firstImages)),
                         faces.face(snapshot, s.secondExample, called.identity(s.second), say("cosine {:.3f}", s.cosine))};
    });
}

Result<figure::Figure> duplicatesFigure(const Snapshot& snapshot, const Duplicates& duplicates,
                                        const SuspectsFigureOptions& options, const JobContext& job) {
    if (duplicates.pairs.empty()) return fail(ErrorCode::kInvalid, say("No image is there twice."));
    const FaceNames called(snapshot, options.privacy);
    FaceGroups faces(options, {say("Image"), say("Again")}, 4, 2);
    return faces.drawn(duplicates.pairs.size(), job, [&](std::size_t i) {
        const DuplicatePair& d = duplicates.pairs[i];
        return FaceGroup{faces.face(snapshot, d.a, called.file(d.a), termFor(d.kind)),
                         faces.face(snapshot, d.b, called.file(d.b), say("cosine {:.3f}", d.cosine))};
    });
}

}  // namespace facespace::report
