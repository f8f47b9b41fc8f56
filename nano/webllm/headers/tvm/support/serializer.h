// How values lie in the compiled library's data: little endian, fixed-size numbers as they are in
// memory, every sequence as a 64-bit count followed by its elements.
#pragma once
#include <dlpack/dlpack.h>
#include <tvm/ffi/container/array.h>
#include <tvm/ffi/container/map.h>
#include <tvm/ffi/string.h>
#include <tvm/support/io.h>

#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tvm {
namespace support {

template <typename T>
struct Serializer {
  static_assert(std::is_trivially_copyable_v<T>, "only flat values have a default layout");
  static constexpr bool enabled = true;
  static void Write(Stream* s, const T& v) { s->Write(static_cast<const void*>(&v), sizeof(T)); }
  static bool Read(Stream* s, T* v) {
    return s->Read(static_cast<void*>(v), sizeof(T)) == sizeof(T);
  }
};

inline bool ReadCount(Stream* s, size_t* count) {
  uint64_t wide;
  if (!Serializer<uint64_t>::Read(s, &wide)) return false;
  *count = static_cast<size_t>(wide);
  return true;
}

inline void WriteCount(Stream* s, size_t count) {
  Serializer<uint64_t>::Write(s, static_cast<uint64_t>(count));
}

template <>
struct Serializer<std::string> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const std::string& v) {
    WriteCount(s, v.size());
    s->Write(static_cast<const void*>(v.data()), v.size());
  }
  static bool Read(Stream* s, std::string* v) {
    size_t count;
    if (!ReadCount(s, &count)) return false;
    v->resize(count);
    return s->Read(static_cast<void*>(v->data()), count) == count;
  }
};

template <>
struct Serializer<ffi::String> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const ffi::String& v) {
    Serializer<std::string>::Write(s, std::string(v));
  }
  static bool Read(Stream* s, ffi::String* v) {
    std::string text;
    if (!Serializer<std::string>::Read(s, &text)) return false;
    *v = ffi::String(std::move(text));
    return true;
  }
};

template <typename T>
struct Serializer<std::vector<T>> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const std::vector<T>& v) {
    WriteCount(s, v.size());
    s->WriteArray(v.data(), v.size());
  }
  static bool Read(Stream* s, std::vector<T>* v) {
    size_t count;
    if (!ReadCount(s, &count)) return false;
    v->resize(count);
    return s->ReadArray(v->data(), count);
  }
};

template <typename T>
struct Serializer<ffi::Array<T>> {
  static constexpr bool enabled = true;
  static void Write(Stream* s, const ffi::Array<T>& v) {
    WriteCount(s, v.size());
    for (const T& item : v) Serializer<T>::Write(s, item);
  }
  static bool Read(Stream* s, ffi::Array<T>* v) {
    std::vector<T> items;
    if (!Serializer<std::vector<T>>::Read(s, &items)) return false;
    *v = ffi::Array<T>(items.begin(), items.end());
    return true;
  }
};

template <typename K, typename V>
struct Serializer<std::unordered_map<K, V>> {
  static constexpr bool enabled = true;
  static bool Read(Stream* s, std::unordered_map<K, V>* v) {
    size_t count;
    if (!ReadCount(s, &count)) return false;
    for (size_t i = 0; i < count; ++i) {
      K key;
      if (!Serializer<K>::Read(s, &key) || !Serializer<V>::Read(s, &(*v)[key])) return false;
    }
    return true;
  }
};

template <typename K, typename V>
struct Serializer<ffi::Map<K, V>> {
  static constexpr bool enabled = true;
  static bool Read(Stream* s, ffi::Map<K, V>* v) {
    size_t count;
    if (!ReadCount(s, &count)) return false;
    for (size_t i = 0; i < count; ++i) {
      K key;
      V value = V(nullptr);
      if (!Serializer<K>::Read(s, &key) || !Serializer<V>::Read(s, &value)) return false;
      v->Set(key, value);
    }
    return true;
  }
};

}  // namespace support
}  // namespace tvm
