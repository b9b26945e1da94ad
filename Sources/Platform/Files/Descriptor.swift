// System calls whose names methods of ours bear too, so that they can be called from inside those.

/// Reads at most `count` bytes; the number read, zero at the end, below zero with `errno` set.
package func readBytes(_ descriptor: CInt, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}

/// Writes at most `count` bytes; the number written, or below zero with `errno` set.
package func writeBytes(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// Zero, or -1 with `errno` set.
@discardableResult package func closeDescriptor(_ descriptor: CInt) -> CInt { close(descriptor) }

/// Ends the process with a status.
package func endProcess(_ status: CInt) -> Never { exit(status) }
