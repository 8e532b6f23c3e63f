# Sourced by mvnw and deploy/local/up, which set plumbline_root to the repository's root before: sets JAVA_HOME to a
# JDK of the needed release, or says in one sentence that there is none. The release is read from the parent pom, so that there is one place to change it.
plumbline_release=$(sed -n 's:.*<maven.compiler.release>\([0-9]*\)</maven.compiler.release>.*:\1:p' "$plumbline_root/pom.xml" | head -n 1)

plumbline_is_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -q "^JAVA_VERSION=\"$plumbline_release[.\"+-]" "$1/release"
}

plumbline_find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && plumbline_is_jdk "$JAVA_HOME"; then
    return 0
  fi
  plumbline_on_path=$(command -v javac 2>/dev/null || :)
  if [ -n "$plumbline_on_path" ]; then
    plumbline_on_path=$(readlink -f "$plumbline_on_path" 2>/dev/null || printf %s "$plumbline_on_path")
    plumbline_on_path=${plumbline_on_path%/bin/javac}
    if plumbline_is_jdk "$plumbline_on_path"; then
      JAVA_HOME=$plumbline_on_path
      export JAVA_HOME
      return 0
    fi
  fi
  # Debian and Fedora; SDKMAN; asdf and mise; IntelliJ's downloads; Homebrew on Linux and macOS; macOS itself.
  for plumbline_dir in /usr/lib/jvm /opt /opt/java /usr/java "${HOME:-/nonexistent}/.sdkman/candidates/java" \
    "${HOME:-/nonexistent}/.asdf/installs/java" "${HOME:-/nonexistent}/.local/share/mise/installs/java" \
    "${HOME:-/nonexistent}/.jdks" /opt/homebrew/opt /usr/local/opt /home/linuxbrew/.linuxbrew/opt \
    /Library/Java/JavaVirtualMachines "${HOME:-/nonexistent}/Library/Java/JavaVirtualMachines"; do
    [ -d "$plumbline_dir" ] || continue
    # Not a glob: mvnw runs with globbing off.
    for plumbline_name in $(ls "$plumbline_dir" 2>/dev/null); do
      for plumbline_home in "$plumbline_dir/$plumbline_name" "$plumbline_dir/$plumbline_name/Contents/Home" \
        "$plumbline_dir/$plumbline_name/libexec/openjdk.jdk/Contents/Home"; do
        if plumbline_is_jdk "$plumbline_home"; then
          JAVA_HOME=$plumbline_home
          export JAVA_HOME
          return 0
        fi
      done
    done
  done
  echo "Plumbline needs a JDK $plumbline_release and found none: install one (for example Temurin $plumbline_release) or set JAVA_HOME to it." >&2
  return 1
}

plumbline_find_jdk || exit 1
