#include "tests/unit/container/archive_files.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdexcept>

namespace facespace::test {

namespace {

/// Libarchive writes names that are not ASCII in a locale that has them.
class Utf8Names {
  public:
    Utf8Names() : old_(::uselocale(names_)) {}
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names() {
        ::uselocale(old_);
        ::freelocale(names_);
    }

  private:
    locale_t names_ = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr), old_;
};

}  // namespace

std::filesystem::path writeArchive(const std::filesystem::path& file, const std::string& format, const Files& files) {
    std::filesystem::create_directories(file.parent_path());
    const Utf8Names names;
    archive* a = archive_write_new();
    const bool zip = format == "zip" || format == "stored zip";
    if (archive_write_set_format_by_name(a, zip ? "zip" : format.c_str()) != ARCHIVE_OK)
        throw std::runtime_error(archive_error_string(a));
    if (format == "stored zip") archive_write_set_options(a, "zip:compression=store");
    archive_write_open_filename(a, file.c_str());
    for (const auto& [name, bytes] : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        const bool link = name.ends_with(".link");
        archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : link ? AE_IFLNK : AE_IFREG);
        if (link) archive_entry_set_symlink(entry, "/etc/passwd");
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        if (archive_write_header(a, entry) != ARCHIVE_OK) throw std::runtime_error(archive_error_string(a));
        archive_write_data(a, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_free(a);
    return file;
}

Bytes textBytes(const std::string& text) { return Bytes(text.begin(), text.end()); }

}  // namespace facespace::test
