/** What `getStats` gave a second apart in a call over the loopback, recorded from the browsers and cut to what is read. */
type Recording = readonly [Readonly<Record<string, Readonly<Record<string, unknown>>>>, Readonly<Record<string, Readonly<Record<string, unknown>>>>];

/** Chromium 156, its fake microphone, Opus. */
export const CHROME_STATS: Recording = [
  {
    'CIT01_111_minptime=10;useinbandfec=1': { id: 'CIT01_111_minptime=10;useinbandfec=1', type: 'codec', mimeType: 'audio/opus' },
    'COT01_111_minptime=10;useinbandfec=1': { id: 'COT01_111_minptime=10;useinbandfec=1', type: 'codec', mimeType: 'audio/opus' },
    CPFjc445Ax_QAGTLg5R: { id: 'CPFjc445Ax_QAGTLg5R', type: 'candidate-pair', bytesReceived: 51762, currentRoundTripTime: 0.003, lastPacketReceivedTimestamp: 1795800008377, localCandidateId: 'IFjc445Ax', nominated: true, packetsReceived: 582, remoteCandidateId: 'IQAGTLg5R', requestsReceived: 7, responsesReceived: 7, state: 'succeeded' },
    'CPYqy90o2u_tY/DZdh5': { id: 'CPYqy90o2u_tY/DZdh5', type: 'candidate-pair', bytesReceived: 0, currentRoundTripTime: 0.002, localCandidateId: 'IYqy90o2u', nominated: false, packetsReceived: 0, remoteCandidateId: 'ItY/DZdh5', requestsReceived: 1, responsesReceived: 1, state: 'succeeded' },
    IFjc445Ax: { id: 'IFjc445Ax', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
    IQAGTLg5R: { id: 'IQAGTLg5R', type: 'remote-candidate', candidateType: 'host', protocol: 'udp' },
    IT01A651026544: { id: 'IT01A651026544', type: 'inbound-rtp', codecId: 'CIT01_111_minptime=10;useinbandfec=1', kind: 'audio', jitter: 0.003, packetsLost: 0, packetsReceived: 451, audioLevel: 0.10821863460188605, bytesReceived: 27174, jitterBufferDelay: 33801.6, jitterBufferEmittedCount: 423360, lastPacketReceivedTimestamp: 1795800008376.811, packetsDiscarded: 0, totalAudioEnergy: 2.331607079934287, totalSamplesDuration: 9.019999999999852 },
    RIA4082061446: { id: 'RIA4082061446', type: 'remote-inbound-rtp', codecId: 'COT01_111_minptime=10;useinbandfec=1', kind: 'audio', jitter: 0.0007909999999999999, packetsLost: 0, fractionLost: 0 },
    SA1: { id: 'SA1', type: 'media-source', kind: 'audio', audioLevel: 0.9858699301126133, totalAudioEnergy: 2.414815910095958, totalSamplesDuration: 9.10999999999985 },
    T01: { id: 'T01', type: 'transport', bytesReceived: 51762, packetsReceived: 582, selectedCandidatePairId: 'CPFjc445Ax_QAGTLg5R' },
  },
  {
    'CIT01_111_minptime=10;useinbandfec=1': { id: 'CIT01_111_minptime=10;useinbandfec=1', type: 'codec', mimeType: 'audio/opus' },
    'COT01_111_minptime=10;useinbandfec=1': { id: 'COT01_111_minptime=10;useinbandfec=1', type: 'codec', mimeType: 'audio/opus' },
    CPFjc445Ax_QAGTLg5R: { id: 'CPFjc445Ax_QAGTLg5R', type: 'candidate-pair', bytesReceived: 57356, currentRoundTripTime: 0.001, lastPacketReceivedTimestamp: 1795800009373, localCandidateId: 'IFjc445Ax', nominated: true, packetsReceived: 644, remoteCandidateId: 'IQAGTLg5R', requestsReceived: 8, responsesReceived: 8, state: 'succeeded' },
    'CPYqy90o2u_tY/DZdh5': { id: 'CPYqy90o2u_tY/DZdh5', type: 'candidate-pair', bytesReceived: 0, currentRoundTripTime: 0.002, localCandidateId: 'IYqy90o2u', nominated: false, packetsReceived: 0, remoteCandidateId: 'ItY/DZdh5', requestsReceived: 1, responsesReceived: 1, state: 'succeeded' },
    IFjc445Ax: { id: 'IFjc445Ax', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
    IQAGTLg5R: { id: 'IQAGTLg5R', type: 'remote-candidate', candidateType: 'host', protocol: 'udp' },
    IT01A651026544: { id: 'IT01A651026544', type: 'inbound-rtp', codecId: 'CIT01_111_minptime=10;useinbandfec=1', kind: 'audio', jitter: 0.001, packetsLost: 0, packetsReceived: 501, audioLevel: 0.0038758507034516434, bytesReceived: 30324, jitterBufferDelay: 41318.4, jitterBufferEmittedCount: 471360, lastPacketReceivedTimestamp: 1795800009373.299, packetsDiscarded: 0, totalAudioEnergy: 2.5674380829788155, totalSamplesDuration: 10.01999999999983 },
    RIA4082061446: { id: 'RIA4082061446', type: 'remote-inbound-rtp', codecId: 'COT01_111_minptime=10;useinbandfec=1', kind: 'audio', jitter: 0.0034999999999999996, packetsLost: 0, fractionLost: 0, roundTripTime: 0.00116 },
    SA1: { id: 'SA1', type: 'media-source', kind: 'audio', audioLevel: 0.9858699301126133, totalAudioEnergy: 2.6526151036851315, totalSamplesDuration: 10.109999999999829 },
    T01: { id: 'T01', type: 'transport', bytesReceived: 57356, packetsReceived: 644, selectedCandidatePairId: 'CPFjc445Ax_QAGTLg5R' },
  },
];

/** Firefox ESR 153, its fake microphone, Opus. */
export const FIREFOX_STATS: Recording = [
  {
    bb331023: { id: 'bb331023', type: 'inbound-rtp', codecId: 'ec2833f3', kind: 'audio', jitter: 0.004, packetsDiscarded: 0, packetsLost: 0, packetsReceived: 476, audioLevel: 0.10220648823511459, bytesReceived: 72449, jitterBufferDelay: 15897.6, jitterBufferEmittedCount: 429120, lastPacketReceivedTimestamp: 1795800028138, totalAudioEnergy: 0.09301726289682397, totalSamplesDuration: 8.999999999999853 },
    '5a6b2b05': { id: '5a6b2b05', type: 'remote-inbound-rtp', codecId: 'ec2833f3', kind: 'audio', jitter: 0.00502, packetsLost: 0, packetsReceived: 385, fractionLost: 0, roundTripTime: 0.001633 },
    'mediasource_audio_0{dbde6ef0-520c-441d-824f-8c7247f87868}': { id: 'mediasource_audio_0{dbde6ef0-520c-441d-824f-8c7247f87868}', type: 'media-source', kind: 'audio' },
    eddc23c8: { id: 'eddc23c8', type: 'candidate-pair', bytesReceived: 106025, currentRoundTripTime: 0, lastPacketReceivedTimestamp: 1795800028138, localCandidateId: 'd73b9b90', nominated: true, remoteCandidateId: 'da2b8b87', responsesReceived: 2, selected: true, state: 'succeeded' },
    d73b9b90: { id: 'd73b9b90', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
    da2b8b87: { id: 'da2b8b87', type: 'remote-candidate', candidateType: 'prflx', protocol: 'udp' },
    ec2833f3: { id: 'ec2833f3', type: 'codec', mimeType: 'audio/opus' },
    '82917d5f': { id: '82917d5f', type: 'transport', selectedCandidatePairId: 'eddc23c8' },
  },
  {
    bb331023: { id: 'bb331023', type: 'inbound-rtp', codecId: 'ec2833f3', kind: 'audio', jitter: 0.004, packetsDiscarded: 0, packetsLost: 0, packetsReceived: 527, audioLevel: 0.1021759697256386, bytesReceived: 80660, jitterBufferDelay: 17721.6, jitterBufferEmittedCount: 478080, lastPacketReceivedTimestamp: 1795800029160, totalAudioEnergy: 0.10366605263646542, totalSamplesDuration: 10.01999999999983 },
    '5a6b2b05': { id: '5a6b2b05', type: 'remote-inbound-rtp', codecId: 'ec2833f3', kind: 'audio', jitter: 0.00502, packetsLost: 0, packetsReceived: 385, fractionLost: 0, roundTripTime: 0.001633 },
    'mediasource_audio_0{dbde6ef0-520c-441d-824f-8c7247f87868}': { id: 'mediasource_audio_0{dbde6ef0-520c-441d-824f-8c7247f87868}', type: 'media-source', kind: 'audio' },
    eddc23c8: { id: 'eddc23c8', type: 'candidate-pair', bytesReceived: 116948, currentRoundTripTime: 0, lastPacketReceivedTimestamp: 1795800029164, localCandidateId: 'd73b9b90', nominated: true, remoteCandidateId: 'da2b8b87', responsesReceived: 2, selected: true, state: 'succeeded' },
    d73b9b90: { id: 'd73b9b90', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
    da2b8b87: { id: 'da2b8b87', type: 'remote-candidate', candidateType: 'prflx', protocol: 'udp' },
    ec2833f3: { id: 'ec2833f3', type: 'codec', mimeType: 'audio/opus' },
    '82917d5f': { id: '82917d5f', type: 'transport', selectedCandidatePairId: 'eddc23c8' },
  },
];
