/** The Apache Kafka that is run; `pom.xml` and `jars.json` name the same. */
export const KAFKA_VERSION = '4.1.1';
