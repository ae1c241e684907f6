#include "core/common/cancel_scope.h"

namespace facespace {
namespace {
thread_local const CancelScope* innermost = nullptr;
}

CancelScope::CancelScope(const CancelToken& cancel) : cancel_(cancel), outer_(innermost) { innermost = this; }
CancelScope::~CancelScope() { innermost = outer_; }

bool CancelScope::cancelled() { return innermost != nullptr && innermost->cancel_.cancelled(); }

}  // namespace facespace
