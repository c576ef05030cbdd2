export { createEmbeddedEdge, type EmbeddedEdgeOptions } from './embedded-edge';
