import Foundation

/// Keeps a second process from doing the same work in the same folder, as long as it lives. The lock ends with
/// the process, however that ends.
///
/// A batch holds the folder for itself; the shards of a batch hold it together, and each its own file besides.
struct FolderLock: ~Copyable {
  private let path: String
  /// Nil where the file system has no locks, as on some clusters.
  private let descriptor: Int32?
  private let isShared: Bool

  static let fileName = ".lock"

  /// - Parameters:
  ///   - name: name of the file that is locked.
  ///   - isShared: whether others may hold it too, if they share it.
  ///   - holder: who holds it where it cannot be had, for the message.
  /// - Throws: ``EnvironmentError`` where another process holds the lock or the folder cannot be written.
  init(
    folder: String, name: String = Self.fileName, isShared: Bool = false,
    holder: String = "another cogov process"
  ) throws(EnvironmentError) {
    path = "\(folder)/\(name)"
    self.isShared = isShared
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
      guard file >= 0 else {
        guard errno != ELOOP else {
          throw EnvironmentError("\(path) is a link, not a lock of cogov", remedy: "Remove it.")
        }
        throw EnvironmentError("write in", folder, code: errno)
      }
      guard flock(file, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
        let code = errno
        close(file)
        if [ENOLCK, EOPNOTSUPP, ENOSYS].contains(code) {
          descriptor = nil
          return
        }
        guard code == EWOULDBLOCK else { throw EnvironmentError("lock", path, code: code) }
        throw EnvironmentError(
          "\(holder) is working in \(folder)",
          remedy: "Wait until it has ended, or choose another folder with --out.")
      }
      // The holder before may have removed the file between our opening and locking it.
      var held = stat()
      var named = stat()
      let isHeld = fstat(file, &held) == 0 && (stat(path, &named) == 0 || errno == ENOENT)
      let code = errno
      if isHeld, held.st_ino == named.st_ino {
        descriptor = file
        return
      }
      close(file)
      guard isHeld else { throw EnvironmentError("lock", path, code: code) }
    }
  }

  deinit {
    guard let descriptor else { return }
    // Removed while still held, so that no other process can hold the file that goes.
    if !isShared { unlink(path) }
    close(descriptor)
  }
}
