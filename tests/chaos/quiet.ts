// Imported first: telemetry reads its environment when it is loaded, and a simulation measures and traces nothing.
process.env.POWERTOOLS_METRICS_DISABLED = 'true';
process.env.POWERTOOLS_TRACE_ENABLED = 'false';
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
// In its automatic mode the X-Ray SDK follows every promise, which costs more than the simulation (decision 8).
process.env.AWS_XRAY_MANUAL_MODE = 'true';
