export const usage = `npm run es -- <command> [options]

  tail       new events as they are committed, until Ctrl-C
             [--stream S | --category C | --type T] [--since ISO] [--once: what there is, then end]
  dump       all events as JSON lines, in order per stream
             [--stream S | --category C] [--from ISO] [--to ISO] [--raw: the items of the table]
  restore    puts back the commits of a dump that the table lacks, and changes none; ends with 1 when one differs
             --from FILE: made by dump --raw
  state      what each domain makes of a stream at a version, and the events that led to it
             --stream S [--at VERSION]
  diff       what changed in a stream's state between two versions
             --stream S --from VERSION --to VERSION
  causation  the tree of a story: which request or event caused which events
             --correlation ID | --event ID
  verify     proves the whole table; ends with 1 when something is damaged
             [--category C]
  doctor     finds commits that never reached their listeners; ends with 1 when some did not
             [--since ISO] [--to ISO] [--brokers HOST:PORT,…] [--repair: hands them to the relay again]
             [--unproven: with --repair, also those of which nothing can be said]

  --url URL      a running local system (http://localhost:4000)
  --stage NAME   a stage on AWS, by the credentials of the environment
  --json         one JSON object a line
  --personal     opens personal data, which is blank otherwise; needs the personal-data key
`;
