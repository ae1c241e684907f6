#pragma once
#include <QString>
#include <QVariant>
#include <QWidget>

namespace facespace {

/// The name of a page that is the same in every language: the analysis' key, or "gallery". Empty if it has none.
inline QString pageKey(const QWidget* page) { return page == nullptr ? QString() : page->property("pageKey").toString(); }
inline void setPageKey(QWidget* page, const QString& key) { page->setProperty("pageKey", key); }

}  // namespace facespace
