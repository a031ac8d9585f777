import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import { createRunningMeetings } from '../src/activity/running-meetings.ts';
import { createSentCalls } from '../src/activity/sent-calls.ts';
import { createDemoApp } from '../src/http/app.ts';
import { loadAssets } from '../src/http/assets.ts';
import { createPlatform, toolAddresses } from '../src/lms/platform.ts';
const platform = await createPlatform('http://localhost:4477');
const sentCalls = createSentCalls();
const l = (call: string, q: string, outcome = 'SUCCESS', ms = 8) => ({event:'bbb_call' as const,time:new Date().toISOString(),call,method:'GET',url:'http://x/api/'+call+'?'+q,status:200,outcome,ms});
sentCalls.record(l('getMeetingInfo','meetingID=bb-3f1c9c0f8f1f4b0fa1b2c3d4e5f60718&checksum=1','notFound',3));
sentCalls.record(l('create','meetingID=bb-3f1c9c0f8f1f4b0fa1b2c3d4e5f60718&name=Weekly+lecture+room&record=true&autoStartRecording=false&allowStartStopRecording=true&maxParticipants=0&logoutURL=http%3A%2F%2F127.0.0.1%3A41234%2Fleft&meta_bluebridge-room=1&checksum=1','SUCCESS',21));
for (let i=0;i<12;i++) sentCalls.record(l('getMeetingInfo','meetingID=bb-3f1c9c0f8f1f4b0fa1b2c3d4e5f60718&checksum=1','SUCCESS',4));
sentCalls.record(l('getRecordings','meetingID=bb-3f1c9c0f8f1f4b0fa1b2c3d4e5f60718&state=any&checksum=1'));
const empty = process.argv[2]==='empty';
const app = createDemoApp({about:{server:{kind:'simulator',url:'http://127.0.0.1:1'},tool:{url:'http://127.0.0.1:4410'}},platform,tool:toolAddresses('http://127.0.0.1:4410'),
 meetings:createRunningMeetings(async()=>empty?[]:[{meetingID:'a',name:'Weekly lecture room',state:'open',people:[{name:'Tina Teacher',isModerator:true},{name:'Sam Student',isModerator:false}]},{meetingID:'b',name:'Office hours',state:'empty',people:[]}],Date.now),
 sentCalls: empty?createSentCalls():sentCalls,assets:await loadAssets(),now:Date.now});
createServer((a,b)=>void getRequestListener(app.fetch)(a,b)).listen(4477,'127.0.0.1');
