#!/bin/sh
# With USE_SYSTEM_CA_CERTS set, trusts the certificates in /certificates, too: in the system's store and in Java's.
# Debian's Java reads the system's store anyway, so that there is nothing to do for what is there already.
set -e
if [ -n "${USE_SYSTEM_CA_CERTS:-}" ] && [ -n "$(ls /certificates 2>/dev/null)" ]; then
  if [ "$(id -u)" = 0 ]; then
    for certificate in /certificates/*; do
      cp "$certificate" "/usr/local/share/ca-certificates/$(basename "${certificate%.*}").crt"
    done
    update-ca-certificates >/dev/null
  else
    store=$(mktemp)
    cp "$(readlink -f "$JAVA_HOME/lib/security/cacerts")" "$store"
    chmod u+w "$store"
    for certificate in /certificates/*; do
      keytool -importcert -noprompt -alias "$(basename "$certificate")" -file "$certificate" \
        -keystore "$store" -storepass changeit >/dev/null
    done
    export JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:-} -Djavax.net.ssl.trustStore=$store"
  fi
fi
exec "$@"
