/* memory: what the module would otherwise ask its host for.
 *
 * Emscripten tells the host when memory has grown. Nobody here needs to be
 * told (core.mjs makes its views after every call), and a module without a
 * single import can reach nothing: no network, no clock, no disk. */
#include <stddef.h>

void emscripten_notify_memory_growth(size_t index);

void emscripten_notify_memory_growth(size_t index) { (void)index; }
