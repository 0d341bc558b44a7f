import type { LayoutOptions } from 'elkjs/lib/elk-api.js';

/** What ELK is told. Each of these was tried against its neighbours on the shipped procedures. */

const LAYERED: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.feedbackEdges': 'true',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '14',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.labelNode': '4',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

/** For a process and the inside of a sub-process. Frames take part in the layout around them. */
export const CONTAINER_OPTIONS: LayoutOptions = { ...LAYERED, 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' };

/** For the branches between a split and its join: in the file's order, each beginning right behind the split. */
export const BLOCK_OPTIONS: LayoutOptions = {
  ...LAYERED,
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
};

export const FRAME_OPTIONS: LayoutOptions = { 'elk.padding': '[top=34,left=18,bottom=18,right=18]' };

/** Flows end at the tips of a diamond and in the middle of a side, never beside them. */
export const PIECE_OPTIONS: LayoutOptions = { 'elk.portConstraints': 'FIXED_POS' };
