#!/bin/sh
# Further certificates are handled as in the base image; then the command.
exec /__cacert_entrypoint.sh "$@"
