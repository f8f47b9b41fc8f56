// The C functions that web-llm's tvmjs calls by name, beside the runtime's own: memory for
// arguments, functions that live in JavaScript, and the text of the last error.
#include <tvm/ffi/c_api.h>
#include <tvm/ffi/error.h>
#include <tvm/ffi/function.h>

#include <cstdint>
#include <string>

#define KEEP extern "C" TVM_FFI_DLL_EXPORT

extern "C" int TVMFFIWasmSafeCall(void* self, const TVMFFIAny* args, int32_t count,
                                  TVMFFIAny* result);
extern "C" void TVMFFIWasmFunctionDeleter(void* self);

KEEP void* TVMWasmAllocSpace(int size) { return new int64_t[(size + 7) / 8]; }

KEEP void TVMWasmFreeSpace(void* space) { delete[] static_cast<int64_t*>(space); }

KEEP int TVMFFIWasmFunctionCreate(void* self, TVMFFIObjectHandle* out) {
  return TVMFFIFunctionCreate(self, TVMFFIWasmSafeCall, TVMFFIWasmFunctionDeleter, out);
}

KEEP const char* TVMFFIWasmGetLastError() {
  static std::string text;
  text = tvm::ffi::details::MoveFromSafeCallRaised().what();
  return text.c_str();
}
