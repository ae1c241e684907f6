#include "core/project/anonymous.h"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <utility>

#include "core/project/decisions.h"

namespace facespace {
namespace {

/// More different texts than this are taken for names.
constexpr std::size_t kMostClasses = 20;

std::string numbered(std::string_view what, std::size_t number, std::size_t of) {
    return fmt::format("{} {:0{}}", what, number, std::to_string(of).size());
}

/// Numbers in the order of the names; "" stays.
class Aliases {
  public:
    explicit Aliases(std::string_view what) : what_(what) {}
    void see(const std::string& name) {
        if (!name.empty()) aliases_.try_emplace(name);
    }
    void number() {
        std::size_t next = 0;
        for (auto& [name, alias] : aliases_) alias = numbered(what_, ++next, aliases_.size());
    }
    std::size_t size() const { return aliases_.size(); }
    const std::string& of(const std::string& name) const {
        const auto found = aliases_.find(name);
        return found == aliases_.end() ? empty_ : found->second;
    }

  private:
    std::string_view what_;
    std::map<std::string, std::string> aliases_;
    std::string empty_;
};

bool isNumber(const std::string& text) {
    std::size_t used = 0;
    try {
        (void)std::stod(text, &used);
    } catch (const std::exception&) {
        return false;
    }
    return used == text.size();
}

/// A column of texts that are more than a few classes: any of them may be a name.
void hideNamesInColumn(std::vector<ImageRecord>& images, std::size_t column, const std::string& title) {
    Aliases aliases(title);
    bool numbers = true;
    for (const ImageRecord& image : images) {
        if (column >= image.metadata.size() || image.metadata[column].empty()) continue;
        aliases.see(image.metadata[column]);
        numbers = numbers && isNumber(image.metadata[column]);
    }
    if (numbers || aliases.size() <= kMostClasses) return;
    aliases.number();
    for (ImageRecord& image : images)
        if (column < image.metadata.size()) image.metadata[column] = aliases.of(image.metadata[column]);
}

void hideNames(ImageSet& set) {
    Aliases identities("identity"), videos("video");
    for (const ImageRecord& image : set.images) identities.see(image.identity), videos.see(image.video);
    identities.number();
    videos.number();
    std::size_t row = 0;
    for (ImageRecord& image : set.images) {
        image.identity = identities.of(image.identity);
        image.video = videos.of(image.video);
        image.path = numbered("image", ++row, set.images.size());
    }
    for (std::size_t c = 0; c < set.metadataColumns.size(); ++c) hideNamesInColumn(set.images, c, set.metadataColumns[c]);
}

void hideMarks(Snapshot& snapshot) {
    Aliases tags("tag");
    for (const auto& ofRow : snapshot.tags)
        for (const std::string& tag : ofRow)
            if (!isDecision(tag)) tags.see(tag);
    tags.number();
    for (auto& ofRow : snapshot.tags)
        for (std::string& tag : ofRow)
            if (const std::string& alias = tags.of(tag); !alias.empty()) tag = alias;
    snapshot.notes.clear();
    snapshot.views.clear();
    std::size_t next = 0;
    for (SelectionRecord& selection : snapshot.selections)
        selection.name = numbered("selection", ++next, snapshot.selections.size());
}

}  // namespace

std::shared_ptr<const Snapshot> withoutNames(const Snapshot& snapshot) {
    auto hidden = std::make_shared<Snapshot>(snapshot);
    hidden->anonymous = true;
    hidden->paths.clear();
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row) hidden->paths.push_back(snapshot.pathOf(row));
    hideNames(hidden->images);
    hideMarks(*hidden);
    return hidden;
}

}  // namespace facespace
