tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["agenda/concert.html","Concert","Événement",""],
["agenda/index.html","Agenda","","Ce qui se passe dans la commune et autour."],
["agenda/nuit.html","Nuit des chouettes, chemin creux ; départ \\ retour","Événement","Une sortie la nuit où l’heure change, avec une phrase assez longue pour être pliée dans le fichier d’agenda, éèà comprises."],
["agenda/printemps.html","Les jours du printemps","Événement",""],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["sources.html","Sources et licences","",""]],
"mots":"actualit agenda assez autour chang chemin chouet commun compris concert creu demarch depart eea etr fichier heur jour lamp licenc lign longu mairi nuit pas phras pli prenez printemp retour sorti sourc tout",
"ou":"0C 2C1B 3B 2B 3B 3C 3C 2B 3B 1C 3C 5D 3C 3B 3B 3B 3B 4C 3A 6C 5B 3B 5B 3D 2B 3B 3B 3A 4C 3C 3B 6C 5B"});
