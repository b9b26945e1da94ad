/// Memory for a fixed number of values, freed with its owner: what a kernel works in, allocated once for all replicates.
///
/// It cannot be copied, so there is one owner, and nobody frees by hand. Kernels take its `pointer` or `span` at their top and
/// must not keep them longer than the owner lives. Reading and writing by subscript costs what a pointer costs (the bounds are
/// checked in debug builds only) and needs no mutable access to the owner, so that no exclusivity check stands in a loop.
@frozen @usableFromInline
package struct OwnedBuffer<Element: ~Copyable>: ~Copyable {
  /// The first value.
  @usableFromInline package let pointer: UnsafeMutablePointer<Element>
  @usableFromInline package let count: Int

  @inlinable init(taking pointer: UnsafeMutablePointer<Element>, count: Int) {
    self.pointer = pointer
    self.count = count
  }

  @inlinable deinit {
    pointer.deinitialize(count: count)
    pointer.deallocate()
  }

  /// Reads or writes one value.
  @inlinable package subscript(index: Int) -> Element {
    @_transparent unsafeAddress {
      assert(index >= 0 && index < count, "outside the buffer")
      return UnsafePointer(pointer + index)
    }
    @_transparent nonmutating unsafeMutableAddress {
      assert(index >= 0 && index < count, "outside the buffer")
      return pointer + index
    }
  }

  /// The place of a value.
  @inlinable package static func + (buffer: borrowing Self, offset: Int) -> UnsafeMutablePointer<Element> {
    buffer.pointer + offset
  }
}

extension OwnedBuffer where Element: ~Copyable {
  /// - Parameter value: makes the value at each place.
  @inlinable package init(count: Int, _ value: (Int) -> Element) {
    self.init(taking: .allocate(capacity: count), count: count)
    for index in 0..<count { (pointer + index).initialize(to: value(index)) }
  }
}

extension OwnedBuffer where Element: BitwiseCopyable {
  /// Values that are to be written before they are read.
  @inlinable package init(count: Int) {
    self.init(taking: .allocate(capacity: count), count: count)
  }

  @inlinable package init(repeating value: Element, count: Int) {
    self.init(count: count)
    pointer.initialize(repeating: value, count: count)
  }

  @inlinable package init(_ values: [Element]) {
    self.init(count: values.count)
    values.withUnsafeBufferPointer {
      if let first = $0.baseAddress { pointer.initialize(from: first, count: $0.count) }
    }
  }

  /// All values, for what takes their number too.
  @inlinable package var values: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: pointer, count: count)
  }

  /// Overwrites the first values.
  @inlinable package func update(from source: UnsafePointer<Element>, count: Int) {
    assert(count <= self.count, "more than the buffer holds")
    pointer.update(from: source, count: count)
  }

  /// All values with their bounds checked, for code that is not a kernel.
  @inlinable package func withSpan<Result>(_ body: (inout MutableSpan<Element>) throws -> Result) rethrows -> Result {
    var span = values.mutableSpan
    return try body(&span)
  }
}
