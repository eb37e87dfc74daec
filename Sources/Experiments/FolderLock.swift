import Foundation

/// Keeps a second process from working in the same folder, as long as it lives. The lock ends with the
/// process, however that ends.
struct FolderLock: ~Copyable {
  private let path: String
  private let descriptor: Int32

  static let fileName = ".lock"

  /// - Throws: ``EnvironmentError`` where another process holds the lock or the folder cannot be written.
  init(folder: String) throws(EnvironmentError) {
    path = "\(folder)/\(Self.fileName)"
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw EnvironmentError("write in", folder, code: errno) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(file)
        guard code == EWOULDBLOCK else { throw EnvironmentError("lock", path, code: code) }
        throw EnvironmentError(
          "another cogov process is working in \(folder)",
          remedy: "Wait until it has ended, or choose another folder with --out.")
      }
      // The holder before may have removed the file between our opening and locking it.
      var held = stat()
      var named = stat()
      if fstat(file, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino {
        descriptor = file
        return
      }
      close(file)
    }
  }

  deinit {
    // Removed while still held, so that no other process can hold the file that goes.
    unlink(path)
    close(descriptor)
  }
}
