#pragma once

namespace facespace {

/// Sets the default surface format to what VTK draws with (OpenGL 3.2 core, no multisampling: VTK does its own).
/// Call once, before QApplication is made.
void configureOpenGl();

}  // namespace facespace
