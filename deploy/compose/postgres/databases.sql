-- A database and a role of its own for each service, which no other role may enter. Run once, on an empty volume.
CREATE ROLE job LOGIN PASSWORD 'job';
CREATE ROLE assessment LOGIN PASSWORD 'assessment';
CREATE ROLE interview LOGIN PASSWORD 'interview';
CREATE ROLE decision LOGIN PASSWORD 'decision';

CREATE DATABASE job OWNER job;
CREATE DATABASE assessment OWNER assessment;
CREATE DATABASE interview OWNER interview;
CREATE DATABASE decision OWNER decision;

REVOKE ALL ON DATABASE job, assessment, interview, decision FROM PUBLIC;
